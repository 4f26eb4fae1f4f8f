package io.mddc.upgrade.worker.component;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;

/** MetaDefender Core over its REST interface, in the shapes of versions before and after its node list became an object. */
final class CoreClient implements ComponentClient, DirectScan {
    private static final int OK = 200;
    private static final int UNHEALTHY = 503;
    private static final int FINISHED = 100;

    private final ComponentHttp http;
    private final Optional<Isolation> isolation;
    private final boolean knownAnswers;

    /**
     * @param knownAnswers files may be sent to it directly
     */
    CoreClient(ComponentHttp http, Optional<Isolation> isolation, boolean knownAnswers) {
        this.http = http;
        this.isolation = isolation;
        this.knownAnswers = knownAnswers;
    }

    @Override
    public String version() {
        return http.get("/version").expecting(OK).text("version");
    }

    /** An answer without the parts that readiness consists of comes from something else than a Core. */
    @Override
    public boolean isReady() {
        var answer = http.get("/readyz?verbose=true");
        if (answer.status() == UNHEALTHY) {
            return false;
        }
        answer.expecting(OK).object("database").flag("status");
        return true;
    }

    @Override
    public Work work() {
        return Work.of(http.get("/admin/work").expecting(OK));
    }

    @Override
    public Engines engines() {
        var answer = http.get("/stat/nodes").expecting(OK);
        var nodes = answer.isList() ? answer.elements() : answer.list("statuses");
        if (nodes.isEmpty()) {
            throw new ComponentSilent(answer.source() + " names no node");
        }
        var active = nodes.stream()
                .flatMap(node -> node.list("engines").stream())
                .filter(engine -> engine.flag("active"))
                .toList();
        return new Engines(active.size(), oldestDefinitions(active));
    }

    private static String oldestDefinitions(List<Answer> engines) {
        return engines.stream()
                .filter(engine -> engine.has("db_ver"))
                .map(engine -> engine.text("db_ver"))
                .min(Definitions.ORDER)
                .orElse("");
    }

    @Override
    public Optional<Isolation> isolation() {
        return isolation;
    }

    @Override
    public Optional<DirectScan> directScan() {
        return knownAnswers ? Optional.of(this) : Optional.empty();
    }

    @Override
    public String scan(String fileName, byte[] content) {
        return http.post("/file", fileName, BodyPublishers.ofByteArray(content))
                .expecting(OK)
                .text("data_id");
    }

    @Override
    public Optional<String> verdict(String scanId) {
        var answer = http.get("/file/" + URLEncoder.encode(scanId, UTF_8)).expecting(OK);
        if (answer.object("process_info").count("progress_percentage") < FINISHED) {
            return Optional.empty();
        }
        return Optional.of(answer.object("scan_results").text("scan_all_result_a"));
    }
}

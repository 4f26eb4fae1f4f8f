package io.mddc.upgrade.worker.component;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mddc.upgrade.run.FileInWork;
import io.mddc.upgrade.run.WorkInProgress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** MetaDefender Core over its REST interface, in the shapes of versions before and after its node list became an object. */
public final class CoreClient implements ComponentClient {
    private static final int OK = 200;
    private static final int UNHEALTHY = 503;
    private static final int CONFLICT = 409;
    private static final int FINISHED = 100;

    private final ComponentHttp http;

    /**
     * @param apiKeyFile read at each call, so that a key may be changed; empty when it wants none
     */
    public CoreClient(URI address, Optional<Path> apiKeyFile) {
        this.http = new ComponentHttp(address, apiKeyFile);
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
        var answer = http.get("/admin/work").expecting(OK);
        var files = answer.list("inProgress").stream().map(CoreClient::file).toList();
        return new Work(
                answer.count("pid"),
                answer.instant("startedAt"),
                answer.flag("takingWork"),
                new WorkInProgress(files.size(), files),
                answer.count("finished"),
                answer.count("failed"));
    }

    private static FileInWork file(Answer file) {
        var age = Duration.ofMillis(Math.round(file.number("ageSeconds") * 1000));
        return new FileInWork(file.text("dataId"), age, file.text("workflow"));
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
    public Optional<String> isolatedBy() {
        var answer = http.get("/admin/isolation").expecting(OK);
        return answer.flag("isolated") ? Optional.of(answer.text("owner")) : Optional.empty();
    }

    @Override
    public void isolate(String owner, String reason, Instant expires) {
        var body = Map.of("owner", owner, "reason", reason, "expires", expires);
        refuseAnothers(http.put("/admin/isolation", body)).expecting(OK);
    }

    @Override
    public void rejoin(String owner) {
        refuseAnothers(http.delete("/admin/isolation?owner=" + URLEncoder.encode(owner, UTF_8)))
                .expecting(OK);
    }

    private static Answer refuseAnothers(Answer answer) {
        if (answer.status() == CONFLICT) {
            throw new IsolatedByAnother(answer.text("owner"));
        }
        return answer;
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

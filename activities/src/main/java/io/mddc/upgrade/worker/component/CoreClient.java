package io.mddc.upgrade.worker.component;

import java.util.List;
import java.util.Optional;

/** MetaDefender Core over its REST interface, in the shapes of versions before and after its node list became an object. */
final class CoreClient implements ComponentClient {
    private static final int OK = 200;
    private static final int UNHEALTHY = 503;

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
        return knownAnswers ? Optional.of(new Scans(http, "/file")) : Optional.empty();
    }
}

package io.mddc.upgrade.worker.component;

import java.util.Optional;

/** A component that says over HTTP which version it is and whether it is ready, and perhaps what it has in work. */
final class PlainHttpClient implements ComponentClient {
    private static final int OK = 200;
    private static final int UNREADY = 503;

    private final ComponentHttp http;
    private final Profile.Http paths;
    private final Optional<Isolation> isolation;
    private final Optional<Closing> closing;

    PlainHttpClient(ComponentHttp http, Profile.Http paths, Optional<Isolation> isolation, Optional<Closing> closing) {
        this.closing = closing;
        this.http = http;
        this.paths = paths;
        this.isolation = isolation;
    }

    @Override
    public String version() {
        return http.get(paths.version()).expecting(OK).text(paths.versionField());
    }

    /** One that is isolated may turn its readiness off for its balancers, and say in its answer that it would be ready. */
    @Override
    public boolean isReady() {
        var answer = http.get(paths.ready());
        if (answer.status() == UNREADY) {
            return answer.has("isolated") && answer.flag("isolated") && answer.flag("ready");
        }
        answer.expecting(OK);
        return true;
    }

    @Override
    public Work work() {
        return paths.work().map(path -> Work.of(http.get(path).expecting(OK))).orElseGet(() -> Work.nothing(isReady()));
    }

    @Override
    public Optional<Isolation> isolation() {
        return isolation;
    }

    @Override
    public Optional<Closing> closing() {
        return closing;
    }
}

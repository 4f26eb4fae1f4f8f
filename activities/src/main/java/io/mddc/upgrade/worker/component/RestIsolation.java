package io.mddc.upgrade.worker.component;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The component keeps its isolation itself, with the owner, behind one path: GET, PUT and DELETE. */
final class RestIsolation implements Isolation {
    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private final ComponentHttp http;
    private final String path;

    RestIsolation(ComponentHttp http, String path) {
        this.http = http;
        this.path = path;
    }

    @Override
    public Optional<String> by() {
        var answer = http.get(path).expecting(OK);
        return answer.flag("isolated") ? Optional.of(answer.text("owner")) : Optional.empty();
    }

    @Override
    public void begin(String owner, String reason, Instant expires) {
        var body = Map.of("owner", owner, "reason", reason, "expires", expires);
        refuseAnothers(http.put(path, body)).expecting(OK);
    }

    @Override
    public void end(String owner) {
        refuseAnothers(http.delete(path + "?owner=" + URLEncoder.encode(owner, UTF_8)))
                .expecting(OK);
    }

    private static Answer refuseAnothers(Answer answer) {
        if (answer.status() == CONFLICT) {
            throw new IsolatedByAnother(answer.text("owner"));
        }
        return answer;
    }
}

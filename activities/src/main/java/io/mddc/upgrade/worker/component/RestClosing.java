package io.mddc.upgrade.worker.component;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The gateway keeps its closing itself, behind one path, and takes an operator's files on another. */
final class RestClosing implements Closing {
    private static final int OK = 200;

    private final ComponentHttp http;
    private final Profile.ClosingBy paths;
    private final Scans scans;

    RestClosing(ComponentHttp http, Profile.ClosingBy paths) {
        this.http = http;
        this.paths = paths;
        this.scans = new Scans(http, paths.files());
    }

    @Override
    public State state() {
        var answer = http.get(paths.path()).expecting(OK);
        return new State(
                answer.flag("closed") ? Optional.of(answer.text("owner")) : Optional.empty(),
                answer.count("openSubmissions"),
                Duration.ofMillis(Math.round(answer.number("lastSubmissionSecondsAgo") * 1000)));
    }

    @Override
    public void begin(String owner, String reason, Duration retryAfter) {
        http.put(paths.path(), Map.of("owner", owner, "reason", reason, "retryAfterSeconds", retryAfter.toSeconds()))
                .expecting(OK);
    }

    @Override
    public void end(String owner) {
        http.delete(paths.path() + "?owner=" + URLEncoder.encode(owner, UTF_8)).expecting(OK);
    }

    @Override
    public String submit(String fileName, byte[] content) {
        return scans.scan(fileName, content);
    }

    @Override
    public Optional<String> verdict(String id) {
        return scans.verdict(id);
    }

    @Override
    public int fetch(String id) {
        return http.bytes(paths.files() + "/" + URLEncoder.encode(id, UTF_8) + "/download").length;
    }
}

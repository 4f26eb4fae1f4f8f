package io.mddc.upgrade.lab.service.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mddc.upgrade.lab.service.admin.JsonFile;
import io.mddc.upgrade.lab.service.http.Answer;
import io.mddc.upgrade.lab.service.http.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether clients may submit files and fetch them. That it is closed is on disk before it is answered; a submission that was let
 * in before is counted until it is answered.
 */
final class FrontDoor {
    private final JsonFile<Closure> file;
    private volatile Optional<Closure> closure;
    private int inside;
    private long lastSubmission = System.nanoTime();

    FrontDoor(Path file) {
        this.file = new JsonFile<>(file, Closure.class);
        this.closure = this.file.read();
    }

    /** What {@code GET /admin/maintenance} answers. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record State(
            boolean closed,
            Optional<String> owner,
            Optional<String> reason,
            Optional<Instant> since,
            int openSubmissions,
            double lastSubmissionSecondsAgo) {}

    boolean isClosed() {
        return closure.isPresent();
    }

    /** What a submission is answered: the refusal when it is closed. */
    Answer admit(Supplier<Answer> submission) {
        if (!enters()) {
            return refusal();
        }
        try {
            return submission.get();
        } finally {
            leaves();
        }
    }

    private synchronized boolean enters() {
        lastSubmission = System.nanoTime();
        inside += isClosed() ? 0 : 1;
        return !isClosed();
    }

    private synchronized void leaves() {
        inside--;
    }

    /** Another owner's is replaced: what is closed stays closed, and since then. */
    synchronized void close(Closure.Wanted wanted) throws IOException {
        var since = closure.map(Closure::since).orElseGet(Instant::now);
        var closed = new Closure(wanted.owner(), wanted.reason(), since, wanted.retryAfterSeconds());
        file.write(closed);
        closure = Optional.of(closed);
    }

    /** Refused when it is another's. */
    synchronized void open(String owner) throws IOException {
        closure.filter(held -> !held.owner().equals(owner)).ifPresent(held -> {
            throw new Refused(409, "Closed by " + held.owner(), Map.of("owner", held.owner()));
        });
        file.delete();
        closure = Optional.empty();
    }

    synchronized State state() {
        return new State(
                isClosed(),
                closure.map(Closure::owner),
                closure.map(Closure::reason),
                closure.map(Closure::since),
                inside,
                (System.nanoTime() - lastSubmission) / 1e9);
    }

    /** What clients are answered while it is closed. */
    Answer refusal() {
        var seconds = closure.map(Closure::retryAfterSeconds).orElse(1);
        return Answer.json(503, Map.of("err", "Closed for maintenance: ask again in " + seconds + " s"))
                .with("Retry-After", Integer.toString(seconds));
    }
}

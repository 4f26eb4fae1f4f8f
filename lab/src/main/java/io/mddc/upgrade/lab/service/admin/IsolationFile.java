package io.mddc.upgrade.lab.service.admin;

import io.mddc.upgrade.lab.service.http.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Whether a part is isolated and by whom; on disk before it is answered. An isolation is never another owner's to lift. */
public final class IsolationFile {
    private final JsonFile<Isolation> file;
    private volatile Optional<Isolation> current;

    public IsolationFile(Path file) {
        this.file = new JsonFile<>(file, Isolation.class);
        current = this.file.read();
    }

    public Optional<Isolation> current() {
        return current;
    }

    /** Idempotent for the same owner, who may change reason and expiry; it counts from the first time. */
    public synchronized void isolate(Isolation wanted) throws IOException {
        refuseOtherThan(wanted.owner());
        var since = current.map(Isolation::since).orElse(wanted.since());
        var isolation = new Isolation(wanted.owner(), wanted.reason(), since, wanted.expires());
        file.write(isolation);
        current = Optional.of(isolation);
    }

    public synchronized void release(String owner) throws IOException {
        refuseOtherThan(owner);
        file.delete();
        current = Optional.empty();
    }

    private void refuseOtherThan(String owner) {
        current.filter(held -> !held.owner().equals(owner)).ifPresent(held -> {
            throw new Refused(409, "Isolated by " + held.owner(), Map.of("owner", held.owner()));
        });
    }
}

package io.mddc.upgrade.worker.control;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The file by which a package says that the host must be started again, as Debian and Ubuntu have it; beside it, ending with
 * {@code .pkgs}, the names of those that say so. It is gone after a start.
 */
public record RebootFile(Path file) implements RebootMarker {
    /**
     * @param root of the host's files; empty for its own
     */
    public static RebootFile in(String root) {
        return new RebootFile(Path.of(root + "/run/reboot-required"));
    }

    @Override
    public Optional<String> reasonSince(Instant moment) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment)
                    ? Optional.empty()
                    : Optional.of(names());
        } catch (IOException e) {
            // Nobody asked.
            return Optional.empty();
        }
    }

    private String names() throws IOException {
        var names = file.resolveSibling(file.getFileName() + ".pkgs");
        return Files.exists(names)
                ? "asked for by "
                        + Files.readAllLines(names).stream().distinct().collect(joining(", "))
                : "asked for by " + file;
    }
}

package io.mddc.upgrade.worker.installer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * The scripts of the detached run, put beside the journal. They need no part of the worker's own files, so a package
 * may replace those.
 */
public final class Scripts {
    private final Path folder;

    public Scripts(Path folder) {
        this.folder = folder;
    }

    Path installOnce() {
        return materialised("install-once.sh");
    }

    Path switched() {
        return materialised("switched.sh");
    }

    Path repairOnce() {
        return materialised("repair-once.sh");
    }

    Path debian() {
        return materialised("debian.sh");
    }

    Path redhat() {
        return materialised("redhat.sh");
    }

    Path windows() {
        return materialised("windows.cmd");
    }

    Path archive() {
        return materialised("archive.sh");
    }

    /** The argument list of an installer, before which kept configuration files are put back. */
    List<String> afterPuttingBack(Path kept, List<String> installer) {
        var arguments =
                new ArrayList<>(List.of("sh", materialised("put-back.sh").toString(), kept.toString()));
        arguments.addAll(installer);
        return List.copyOf(arguments);
    }

    /** A shell reads its script while it runs it: a new text gets a new file, the old one stays as it is. */
    private Path materialised(String name) {
        try (var resource = Scripts.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("the worker's jar lacks " + name);
            }
            Files.createDirectories(folder);
            var temporary = Files.createTempFile(
                    folder,
                    name,
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.write(temporary, resource.readAllBytes());
            return Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name + " to " + folder, e);
        }
    }
}

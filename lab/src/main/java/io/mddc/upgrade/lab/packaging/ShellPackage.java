package io.mddc.upgrade.lab.packaging;

import io.mddc.upgrade.cluster.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What an empty rpm database must have before anything with scripts can be installed: it says that there is a shell. */
public final class ShellPackage {
    private static final RpmWriter.Rpm SHELL =
            new RpmWriter.Rpm("mddc-lab-shell", new Version("1-1"), List.of("/bin/sh"));

    private ShellPackage() {}

    public static Path build(Path folder) {
        try {
            return RpmWriter.write(SHELL, Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("The package of a shell cannot be written", e);
        }
    }
}

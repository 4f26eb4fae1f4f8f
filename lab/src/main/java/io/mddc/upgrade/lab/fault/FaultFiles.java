package io.mddc.upgrade.lab.fault;

import io.mddc.upgrade.cluster.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a part finds out that it is bad: {@code FAULT} beside its {@code VERSION}, put there by its package, holds a kind;
 * {@code fault} beside its settings, put there on one host, holds a kind and the only version it is for. So a version that
 * was there before, or is put back, ignores it. The packages' scripts read the same.
 */
public final class FaultFiles {
    public static final String IN_PACKAGE = "FAULT";

    private FaultFiles() {}

    /** On its host. */
    public static Path onHost(String packageName) {
        return besideSettings(Path.of("/etc/opswat", packageName, "instance.properties"));
    }

    /** One line. */
    public static String line(FaultKind kind, Version version) {
        return kind.word() + " " + version;
    }

    /** What a host is told: that this version is bad there, and the former one too where there shall be no way back. */
    public static List<String> lines(FaultKind kind, Version version, Version former) {
        return kind == FaultKind.NO_WAY_BACK
                ? List.of(line(FaultKind.NEVER_STARTS, version), line(FaultKind.NEVER_STARTS, former))
                : List.of(line(kind, version));
    }

    /** What the part of that version is to do wrong. */
    public static Optional<FaultKind> of(Version version, Path versionFile, Path settings) {
        var everywhere = lines(versionFile.resolveSibling(IN_PACKAGE)).stream();
        var here = lines(besideSettings(settings)).stream()
                .map(line -> line.split(" ", 2))
                .filter(words -> words.length == 2 && words[1].equals(version.value()))
                .map(words -> words[0]);
        return Stream.concat(everywhere, here)
                .map(word -> FaultKind.of(word)
                        .orElseThrow(() -> new IllegalStateException("The fault '" + word + "' is not known")))
                .findFirst();
    }

    /** What it says it is. Its package's preinst noted in its data folder what was there before. */
    public static Version said(Optional<FaultKind> fault, Version installed, Path dataFolder) {
        var noted = lines(dataFolder.resolve("former-version"));
        return fault.equals(Optional.of(FaultKind.WRONG_VERSION)) && !noted.isEmpty()
                ? new Version(noted.get(0).strip())
                : installed;
    }

    private static Path besideSettings(Path settings) {
        return settings.resolveSibling("fault");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The fault file " + file + " cannot be read", e);
        }
    }
}

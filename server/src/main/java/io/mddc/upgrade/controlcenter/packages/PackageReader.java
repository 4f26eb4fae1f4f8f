package io.mddc.upgrade.controlcenter.packages;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells formats apart by how their files begin, never by their names. */
final class PackageReader {
    private static final int LONGEST_BEGIN = 8;

    private PackageReader() {}

    static PackageFacts read(Path file) {
        var begin = begin(file);
        if (begin.startsWith("!<arch>\n")) {
            return DebFile.read(file);
        }
        if (begin.startsWith("\u00ed\u00ab\u00ee\u00db")) {
            return RpmFile.read(file);
        }
        if (begin.equals("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return MsiFile.read(file);
        }
        if (begin.startsWith("\u001f\u008b")) {
            return ArchiveFile.read(file);
        }
        throw new PackageRefused(
                "This is no package: it begins neither as a .deb, .rpm or .msi nor as a .tar.gz does.");
    }

    private static String begin(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(LONGEST_BEGIN), ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}

package io.mddc.upgrade.controlcenter.packages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.io.ByteStreams;
import io.mddc.upgrade.cluster.PackageFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Reads a {@code .tar.gz} with a file {@code control} at its top, in the form of Debian's. It is unpacked to its end without
 * keeping anything, so a truncated or damaged one is found out by gzip's own checksum.
 */
final class ArchiveFile {
    private static final int LARGEST_CONTROL = 64 * 1024;

    private ArchiveFile() {}

    static PackageFacts read(Path file) {
        try (var gzip = new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(file)));
                var tar = new TarArchiveInputStream(gzip)) {
            Optional<PackageFacts> facts = Optional.empty();
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                requireInside(entry);
                if (entry.isFile() && entry.getName().replaceFirst("^\\./", "").equals("control")) {
                    var control = ByteStreams.limit(tar, LARGEST_CONTROL).readAllBytes();
                    facts = Optional.of(PackageFacts.ofControl(PackageFormat.ARCHIVE, new String(control, UTF_8)));
                }
            }
            ByteStreams.exhaust(gzip);
            return facts.orElseThrow(() -> new PackageRefused(
                    "The archive has no file control at its top, which says Package, Version and Architecture."));
        } catch (IOException unreadable) {
            throw new PackageRefused("This is not a whole .tar.gz: " + unreadable.getMessage() + ".");
        }
    }

    private static void requireInside(TarArchiveEntry entry) {
        var path = Path.of(entry.getName());
        if (path.isAbsolute() || path.normalize().startsWith("..")) {
            throw new PackageRefused("The archive would write outside of its own folder: " + entry.getName() + ".");
        }
    }
}

package io.mddc.upgrade.controlcenter.packages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.io.ByteStreams;
import io.mddc.upgrade.cluster.PackageFormat;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/**
 * Reads a Debian package without trusting it: an ar archive of {@code debian-binary}, {@code control.tar.*} and
 * {@code data.tar.*}. Every member is walked to its declared end, so a truncated file is found out.
 */
final class DebFile {
    private static final int LARGEST_CONTROL = 16 * 1024 * 1024;
    private static final int XZ_KIBIBYTES = 128 * 1024;

    private final Path file;
    private Optional<PackageFacts> fields = Optional.empty();
    private boolean hasData;

    private DebFile(Path file) {
        this.file = file;
    }

    static PackageFacts read(Path file) {
        return new DebFile(file).read();
    }

    private PackageFacts read() {
        try (var archive = new ArArchiveInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            var first = archive.getNextEntry();
            if (first == null || !first.getName().equals("debian-binary")) {
                throw new PackageRefused("This is not a Debian package: its first member is not debian-binary.");
            }
            for (var member = first; member != null; member = archive.getNextEntry()) {
                walk(archive, member);
            }
        } catch (IOException unreadable) {
            throw new PackageRefused("This is not a whole Debian package: " + unreadable.getMessage() + ".");
        }
        if (!hasData) {
            throw new PackageRefused("The package is truncated: it has no data.tar.");
        }
        return fields.orElseThrow(() -> new PackageRefused("The package has no control.tar."));
    }

    private void walk(ArArchiveInputStream archive, ArArchiveEntry member) throws IOException {
        long walked;
        if (member.getName().startsWith("control.tar")) {
            var bytes = ByteStreams.limit(archive, LARGEST_CONTROL).readAllBytes();
            walked = bytes.length;
            fields = Optional.of(PackageFacts.ofControl(PackageFormat.DEB, control(member.getName(), bytes)));
        } else {
            walked = ByteStreams.exhaust(archive);
            hasData |= member.getName().startsWith("data.tar");
        }
        if (walked != member.getSize()) {
            throw new PackageRefused("The package is truncated: " + member.getName() + " should have "
                    + member.getSize() + " bytes and has " + walked + ".");
        }
    }

    private static String control(String member, byte[] bytes) throws IOException {
        try (var tar = new TarArchiveInputStream(
                ByteStreams.limit(unpacked(member, new ByteArrayInputStream(bytes)), LARGEST_CONTROL))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().replaceFirst("^\\./", "").equals("control")) {
                    return new String(tar.readAllBytes(), UTF_8);
                }
            }
        }
        throw new PackageRefused("The package's " + member + " has no control file.");
    }

    private static InputStream unpacked(String member, InputStream packed) throws IOException {
        return switch (member.substring("control.tar".length())) {
            case "" -> packed;
            case ".gz" -> new GzipCompressorInputStream(packed);
            case ".xz" ->
                XZCompressorInputStream.builder()
                        .setInputStream(packed)
                        .setMemoryLimitKiB(XZ_KIBIBYTES)
                        .get();
            case ".zst" -> new ZstdCompressorInputStream(packed);
            default ->
                throw new PackageRefused(
                        member + " is packed in a way that is not known here: .gz, .xz, .zst or nothing is.");
        };
    }
}

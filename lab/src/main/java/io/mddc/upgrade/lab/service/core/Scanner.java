package io.mddc.upgrade.lab.service.core;

import io.mddc.upgrade.lab.service.core.ScanResult.Finding;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveException;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Reads every byte once: digest over the file, signature search in the file and, level by level, in what its archives hold
 * (zip, tar, ar, cpio, gzip). What only looks like an archive is scanned as plain bytes.
 */
final class Scanner {
    private final Supplier<ScanLimits> limits;
    private final UnaryOperator<Finding> said;

    Scanner(ScanLimits limits) {
        this(() -> limits, UnaryOperator.identity());
    }

    /**
     * @param limits asked for each file
     * @param said what is made of a finding
     */
    Scanner(Supplier<ScanLimits> limits, UnaryOperator<Finding> said) {
        this.limits = limits;
        this.said = said;
    }

    ScanResult scan(InputStream content) throws IOException {
        var digest = new DigestInputStream(content, sha256());
        var pass = new Pass(limits.get().meter());
        var finding = said.apply(pass.file(digest));
        return new ScanResult(HexFormat.of().formatHex(digest.getMessageDigest().digest()), finding, pass.archive);
    }

    private static final class Pass {
        private final ScanLimits.Meter meter;
        private boolean archive;
        private boolean infected;

        private Pass(ScanLimits.Meter meter) {
            this.meter = meter;
        }

        private Finding file(InputStream content) throws IOException {
            Finding finding;
            try {
                level(content, 0);
                finding = infected ? Finding.INFECTED : Finding.NO_THREAT;
            } catch (ScanLimits.Exceeded e) {
                finding = infected ? Finding.INFECTED : Finding.TOO_BIG;
            }
            content.transferTo(OutputStream.nullOutputStream());
            return finding;
        }

        private void level(InputStream content, int depth) throws IOException {
            var watched = new WatchedStream(content, meter);
            var buffered = new BufferedInputStream(watched);
            try {
                open(buffered, depth);
            } catch (ScanLimits.Exceeded e) {
                infected |= watched.isInfected();
                throw e;
            } catch (IOException | RuntimeException e) {
                // Damaged or encrypted: what could be read of it has been looked at, the rest is below.
                archive |= depth == 0;
            }
            buffered.transferTo(OutputStream.nullOutputStream());
            infected |= watched.isInfected();
        }

        private void open(BufferedInputStream content, int depth) throws IOException {
            if (isGzip(content)) {
                archive = true;
                meter.entry(depth + 1);
                level(
                        GzipCompressorInputStream.builder()
                                .setInputStream(content)
                                .setDecompressConcatenated(true)
                                .get(),
                        depth + 1);
                return;
            }
            var kind = archiveKind(content);
            if (kind.isPresent()) {
                archive = true;
                entries(kind.get(), content, depth);
            }
        }

        private void entries(String kind, BufferedInputStream content, int depth) throws IOException {
            ArchiveInputStream<? extends ArchiveEntry> in;
            try {
                in = new ArchiveStreamFactory().createArchiveInputStream(kind, content);
            } catch (ArchiveException e) {
                return;
            }
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                meter.entry(depth + 1);
                if (!entry.isDirectory() && in.canReadEntryData(entry)) {
                    level(in, depth + 1);
                }
            }
        }

        private static boolean isGzip(BufferedInputStream content) throws IOException {
            content.mark(3);
            var start = content.readNBytes(3);
            content.reset();
            return GzipCompressorInputStream.matches(start, start.length);
        }

        private static Optional<String> archiveKind(BufferedInputStream content) {
            try {
                return Optional.of(ArchiveStreamFactory.detect(content));
            } catch (ArchiveException e) {
                return Optional.empty();
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

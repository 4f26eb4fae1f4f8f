package io.mddc.upgrade.worker.artifact;

import io.mddc.upgrade.cluster.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads digests from the disk, not from memory of what was written. */
final class Digests {
    private static final int BUFFER = 1 << 16;

    private Digests() {}

    /**
     * @param whileReading called several times a second; may throw to give up
     */
    static Sha256 of(Path file, Runnable whileReading) {
        try (var channel = FileChannel.open(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = ByteBuffer.allocate(BUFFER);
            while (channel.read(buffer) >= 0) {
                digest.update(buffer.flip());
                buffer.clear();
                whileReading.run();
            }
            return new Sha256(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

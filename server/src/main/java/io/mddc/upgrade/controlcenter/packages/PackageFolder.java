package io.mddc.upgrade.controlcenter.packages;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.controlcenter.rest.BodyTooLarge;
import io.mddc.upgrade.controlcenter.rest.MalformedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The bytes, each file under its own digest. A file is complete or not there: it is written to a temporary name, synced,
 * then renamed. Paths are made of digests only, never of what a caller names.
 */
final class PackageFolder {
    private static final String INCOMING = "incoming-";
    private static final int CHUNK = 1 << 16;
    private static final long NEARLY_NOTHING = 1 << 20;

    private final Path folder;
    private final long limit;

    /**
     * @param limit bytes of the largest package
     */
    PackageFolder(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    /** What a crash left half-written goes. */
    void open() {
        try {
            Files.createDirectories(folder);
            try (var left = Files.newDirectoryStream(folder, INCOMING + "*")) {
                for (var file : left) {
                    Files.delete(file);
                }
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException("the package folder " + folder + " cannot be used", unusable);
        }
    }

    Path path(Sha256 digest) {
        return folder.resolve(digest.value());
    }

    /**
     * @param announced bytes by Content-Length; negative when it has none
     */
    Incoming receive(InputStream body, long announced) {
        if (announced > limit) {
            throw tooLarge();
        }
        try {
            if (announced > Files.getFileStore(folder).getUsableSpace()) {
                throw new DiskFull(folder);
            }
            return write(body, Files.createTempFile(folder, INCOMING, ""));
        } catch (IOException unwritable) {
            throw failure(unwritable);
        }
    }

    /** Keyed by digest: the same bytes again change nothing. */
    void keep(Incoming incoming) {
        try {
            Files.move(incoming.file(), path(incoming.digest()), StandardCopyOption.ATOMIC_MOVE);
            try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException unwritable) {
            throw failure(unwritable);
        }
    }

    void delete(Sha256 digest) {
        remove(path(digest));
    }

    private Incoming write(InputStream body, Path file) throws IOException {
        var hasher = Hashing.sha256().newHasher();
        long size = 0;
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            size = copy(body, channel, hasher);
            channel.force(true);
        } catch (IOException | RuntimeException broken) {
            remove(file);
            throw broken;
        }
        return new Incoming(file, new Sha256(hasher.hash().toString()), size);
    }

    private long copy(InputStream body, FileChannel channel, Hasher hasher) throws IOException {
        var chunk = new byte[CHUNK];
        long size = 0;
        for (int count = next(body, chunk, size); count >= 0; count = next(body, chunk, size)) {
            size += count;
            if (size > limit) {
                throw tooLarge();
            }
            hasher.putBytes(chunk, 0, count);
            for (var bytes = ByteBuffer.wrap(chunk, 0, count); bytes.hasRemaining(); ) {
                channel.write(bytes);
            }
        }
        return size;
    }

    /** A sender that goes away is no trouble of the disk. */
    private static int next(InputStream body, byte[] chunk, long soFar) {
        try {
            return body.read(chunk);
        } catch (IOException cut) {
            throw new MalformedRequest("The upload ended after " + soFar + " bytes: send it again.");
        }
    }

    private BodyTooLarge tooLarge() {
        return new BodyTooLarge(limit, "limits.package");
    }

    private RuntimeException failure(IOException failure) {
        try {
            boolean full = Files.getFileStore(folder).getUsableSpace() < NEARLY_NOTHING
                    || String.valueOf(failure.getMessage()).contains("No space left");
            return full ? new DiskFull(folder) : new UncheckedIOException(failure);
        } catch (IOException unreadable) {
            failure.addSuppressed(unreadable);
            return new UncheckedIOException(failure);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            throw new UncheckedIOException("cannot delete " + file, left);
        }
    }

    /** Received and synced under a temporary name; closing it takes it away unless it was kept. */
    record Incoming(Path file, Sha256 digest, long size) implements AutoCloseable {
        @Override
        public void close() {
            remove(file);
        }
    }
}

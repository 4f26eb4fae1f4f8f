package io.mddc.upgrade.worker.artifact;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Packages on this host, in files named by their digest. A package comes in under another name, is checked and synced, and
 * only then gets its own: a file with a digest for a name was that package once. Whoever uses it checks again.
 */
public final class PackageStore {
    /** Kept free beside the package itself: what it unpacks to is the installer's dry run to judge. */
    private static final long SPARE = 64L << 20;

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final Path packages;
    private final Path former;
    private final PackageSource source;

    public PackageStore(Path dataFolder, PackageSource source) {
        this.packages = dataFolder.resolve("packages");
        this.former = dataFolder.resolve("former");
        this.source = source;
    }

    /** Has the package here afterwards, its digest read from the disk; a broken copy is fetched anew. */
    public Path fetch(PackageFile wanted, Runnable whileWaiting) {
        takeTurn(whileWaiting);
        try {
            var file = packages.resolve(wanted.digest().toString());
            if (!isIntact(file, wanted.digest(), whileWaiting)) {
                bring(wanted, file, whileWaiting);
            }
            return named(file, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep package " + wanted.digest(), e);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** The package as it lies here, its digest read again just now. */
    public Path checked(PackageFile wanted, Runnable whileReading) {
        var digest = wanted.digest();
        var file = packages.resolve(digest.toString());
        if (!Files.exists(file)) {
            throw new PackageUnknown("this host does not have package " + digest + ": it was not uploaded");
        }
        var actual = Digests.of(file, whileReading);
        if (!actual.equals(digest)) {
            throw DigestDiffers.onDisk(digest, actual);
        }
        try {
            return named(file, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot name package " + digest, e);
        }
    }

    /** Notes which package puts an instance back to what it was. */
    public void keepFormer(InstanceId instance, Sha256 digest) {
        try {
            Files.createDirectories(former);
            Files.writeString(former.resolve(instance.toString()), digest + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note the former package of " + instance, e);
        }
    }

    private void bring(PackageFile wanted, Path file, Runnable whileWaiting) throws IOException {
        Files.createDirectories(packages);
        var part = packages.resolve(wanted.digest() + ".part");
        if (Files.exists(part) && !completes(wanted, part, whileWaiting)) {
            // What lay here was not the beginning of the package, as after a power cut.
            Files.delete(part);
        }
        if (!Files.exists(part) && !completes(wanted, part, whileWaiting)) {
            var actual = Digests.of(part, whileWaiting);
            Files.delete(part);
            throw DigestDiffers.onArrival(wanted, actual);
        }
        sync(part, StandardOpenOption.WRITE);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        sync(packages, StandardOpenOption.READ);
    }

    private boolean completes(PackageFile wanted, Path part, Runnable whileWaiting) throws IOException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        requireRoom(wanted.bytes() - have + SPARE);
        if (have < wanted.bytes()) {
            source.download(wanted.digest(), part, whileWaiting);
        }
        return Digests.of(part, whileWaiting).equals(wanted.digest());
    }

    /** The link has the ending that installers insist on; it is made of the digest alone. */
    private static Path named(Path file, PackageFile wanted) throws IOException {
        var link = file.resolveSibling(file.getFileName() + wanted.format().ending());
        if (!Files.isSymbolicLink(link)) {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, file.getFileName());
        }
        return link;
    }

    private static boolean isIntact(Path file, Sha256 digest, Runnable whileReading) {
        return Files.exists(file) && Digests.of(file, whileReading).equals(digest);
    }

    private void requireRoom(long needed) throws IOException {
        long free = Files.getFileStore(packages).getUsableSpace();
        if (free < needed) {
            throw new DiskFull(packages, needed, free);
        }
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (var channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private void takeTurn(Runnable whileWaiting) {
        try {
            while (!oneAtATime.tryLock(100, TimeUnit.MILLISECONDS)) {
                whileWaiting.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceSilent("the worker ends", e);
        }
    }
}

package io.mddc.upgrade.lab.service.storage;

import io.mddc.upgrade.lab.service.admin.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Brings a data folder into the format of the version that was started:
 *
 * <ol>
 *   <li>a newer format is left alone: this version cannot read it;
 *   <li>that it migrates is on disk before the first blob moves, so that a former version, put back in the middle, does not serve
 *       half of the blobs;
 *   <li>each blob moves by one rename, and is in its old place or in its new one whenever this is killed; begun again it goes on;
 *   <li>when all lie in their place, that is on disk.
 * </ol>
 */
record Migration(Path dataFolder, Format own) {
    private static final String UNFINISHED = ".";

    /** The data was written by a newer version. */
    static final class NewerFormat extends RuntimeException {
        NewerFormat(Format stored, Format own) {
            super("The data has format " + stored + ", this version reads up to " + own
                    + ": install the version that wrote it, or restore the data from before");
        }
    }

    void run() throws IOException {
        var file = new JsonFile<>(dataFolder.resolve("format"), StoredFormat.class);
        var whole = new StoredFormat(own, StoredFormat.State.WHOLE);
        var stored = file.read();
        stored.filter(found -> found.format().compareTo(own) > 0).ifPresent(found -> {
            throw new NewerFormat(found.format(), own);
        });
        if (stored.filter(whole::equals).isEmpty()) {
            file.write(new StoredFormat(own, StoredFormat.State.MIGRATING));
            moveAll();
            file.write(whole);
        }
    }

    private void moveAll() throws IOException {
        var blobs = Files.createDirectories(dataFolder.resolve("blobs"));
        for (var blob : misplaced(blobs)) {
            var target = own.layout().file(blobs, blob.getFileName().toString());
            Files.createDirectories(target.getParent());
            Files.move(blob, target, StandardCopyOption.ATOMIC_MOVE);
        }
        for (var folder : foldersOf(blobs)) {
            BlobFolder.sync(folder);
        }
    }

    private List<Path> misplaced(Path blobs) throws IOException {
        try (var files = Files.walk(blobs)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith(UNFINISHED))
                    .filter(file -> !own.layout()
                            .file(blobs, file.getFileName().toString())
                            .equals(file))
                    .toList();
        }
    }

    private static List<Path> foldersOf(Path blobs) throws IOException {
        try (var files = Files.walk(blobs)) {
            return files.filter(Files::isDirectory).toList();
        }
    }
}

package io.mddc.upgrade.worker;

import io.mddc.upgrade.contract.FailureType;
import io.temporal.client.ActivityCompletionClient;
import io.temporal.client.ActivityNotExistsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The activities this worker is doing, kept on disk so that its next life can end them at once instead of leaving the engine
 * to find out by the heartbeat timeout. Not synced: after a power cut that timeout is soon enough.
 */
final class TaskTokens {
    private static final Logger LOG = LoggerFactory.getLogger(TaskTokens.class);

    private final Path folder;

    TaskTokens(Path folder) {
        this.folder = folder;
    }

    /** The file to give to {@link #forget} when the activity has ended. */
    Path remember(byte[] token) {
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve(UUID.randomUUID().toString()), token);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a task token in " + folder, e);
        }
    }

    void forget(Path remembered) {
        try {
            Files.deleteIfExists(remembered);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + remembered, e);
        }
    }

    /** Before this life asks for work. One that the engine does not know any more has ended otherwise. */
    void endFormer(ActivityCompletionClient client) {
        for (var file : former()) {
            try {
                client.completeExceptionally(
                        Files.readAllBytes(file),
                        Failures.applicationFailure(FailureType.WORKER_RESTARTED, "the worker was restarted"));
                LOG.info("ended an activity of a former life");
            } catch (ActivityNotExistsException e) {
                LOG.debug("an activity of a former life has ended otherwise", e);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the task token " + file, e);
            }
            forget(file);
        }
    }

    private List<Path> former() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the task tokens in " + folder, e);
        }
    }
}

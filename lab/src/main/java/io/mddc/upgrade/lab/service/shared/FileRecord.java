package io.mddc.upgrade.lab.service.shared;

import java.time.Instant;
import java.util.Optional;

/** One accepted file in the books of the shared services. */
public record FileRecord(
        String dataId,
        Sender sender,
        FileState state,
        Instant acceptedAt,
        Optional<Taken> taken,
        Optional<Verdict> verdict) {
    /** Result of a file whose Core died with it. */
    public static final String FAILED = "Failed";

    static FileRecord accepted(Task task, Instant at) {
        return new FileRecord(task.dataId(), task.sender(), FileState.QUEUED, at, Optional.empty(), Optional.empty());
    }

    FileRecord inWork(Taken by) {
        return new FileRecord(dataId, sender, FileState.IN_WORK, acceptedAt, Optional.of(by), Optional.empty());
    }

    FileRecord judged(Verdict is) {
        var end = is.result().equals(FAILED) ? FileState.FAILED : FileState.FINISHED;
        return new FileRecord(dataId, sender, end, acceptedAt, taken, Optional.of(is));
    }

    /**
     * Who has or had it in work.
     *
     * @param slot which of the process's scanners; each has one file at a time
     */
    public record Taken(String core, String session, int slot, Instant at) {}

    /**
     * Final, never changed again.
     *
     * @param result {@code Allowed}, {@code Blocked} or {@code Failed}
     * @param scanResult {@code No Threat Detected}, {@code Infected} or {@code Failed}
     * @param sha256 of the submitted bytes; empty when failed
     * @param processedBlob where the processed file lies; empty when there is none
     */
    public record Verdict(String result, String scanResult, String sha256, String processedBlob, Instant at) {
        static Verdict failed(Instant at) {
            return new Verdict(FAILED, FAILED, "", "", at);
        }
    }
}

package io.mddc.upgrade.worker.artifact;

import java.time.Duration;

/** Tells a slow download from one that stands still. */
final class Progress {
    private final Duration stalled;
    private long bytes = -1;
    private long since = System.nanoTime();

    Progress(Duration stalled) {
        this.stalled = stalled;
    }

    void look(long bytesNow) {
        long now = System.nanoTime();
        if (bytesNow != bytes) {
            bytes = bytesNow;
            since = now;
        } else if (now - since > stalled.toNanos()) {
            throw new SourceSilent("the download has stood still at " + bytes + " bytes for " + stalled);
        }
    }
}

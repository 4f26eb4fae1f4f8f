package io.mddc.upgrade.worker;

import io.mddc.upgrade.run.WorkInProgress;
import io.mddc.upgrade.worker.component.ComponentClient;
import io.mddc.upgrade.worker.component.Isolation;
import io.mddc.upgrade.worker.component.Work;
import io.mddc.upgrade.worker.installer.InstallJournal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** This worker, asked by itself: it is ready once the control center has taken a report of it; its work are open installs. */
final class SelfClient implements ComponentClient {
    private final String version;
    private final InstallJournal journal;
    private volatile boolean isHeard;

    SelfClient(String version, InstallJournal journal) {
        this.version = version;
        this.journal = journal;
    }

    /** The control center took a report, or did not. */
    void heard(boolean taken) {
        isHeard = taken;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public boolean isReady() {
        return isHeard;
    }

    @Override
    public Work work() {
        var open = new WorkInProgress(journal.open().size(), List.of());
        return new Work(ProcessHandle.current().pid(), Instant.EPOCH, isHeard, open, 0, 0);
    }

    @Override
    public Optional<Isolation> isolation() {
        return Optional.empty();
    }
}

package io.mddc.upgrade.lab.service.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What this process has in work, and its counts. */
public final class WorkDesk {
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    private record Entry(String dataId, Instant since, String workflow) {}

    public void begin(String id, String workflow) {
        entries.put(id, new Entry(id, Instant.now(), workflow));
    }

    /** It turned out to be work of that kind. */
    public void found(String id, String workflow) {
        entries.computeIfPresent(id, (same, entry) -> new Entry(id, entry.since(), workflow));
    }

    public void finished(String id) {
        finished.incrementAndGet();
        entries.remove(id);
    }

    public void failed(String id) {
        failed.incrementAndGet();
        entries.remove(id);
    }

    public int size() {
        return entries.size();
    }

    /** As this process tells it. */
    public PartWork work(Instant startedAt, boolean takingWork) {
        return new PartWork(
                ProcessHandle.current().pid(), startedAt, takingWork, inProgress(), finished.get(), failed.get());
    }

    /** Oldest first. */
    private List<PartWork.InProgress> inProgress() {
        var now = Instant.now();
        return entries.values().stream()
                .sorted(Comparator.comparing(Entry::since))
                .map(entry -> new PartWork.InProgress(
                        entry.dataId(), seconds(Duration.between(entry.since(), now)), entry.workflow()))
                .toList();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}

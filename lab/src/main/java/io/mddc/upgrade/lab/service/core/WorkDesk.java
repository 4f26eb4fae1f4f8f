package io.mddc.upgrade.lab.service.core;

import io.mddc.upgrade.lab.service.shared.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What this process has in work, and its counts. */
final class WorkDesk {
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    private record Entry(String dataId, Instant since, String workflow) {}

    void begin(Task task) {
        entries.put(task.dataId(), new Entry(task.dataId(), Instant.now(), "single-file"));
    }

    void found(Task task, ScanResult result) {
        entries.computeIfPresent(
                task.dataId(), (id, entry) -> new Entry(entry.dataId(), entry.since(), result.workflow()));
    }

    void finished(Task task) {
        finished.incrementAndGet();
        entries.remove(task.dataId());
    }

    void failed(Task task) {
        failed.incrementAndGet();
        entries.remove(task.dataId());
    }

    int size() {
        return entries.size();
    }

    int finished() {
        return finished.get();
    }

    int failed() {
        return failed.get();
    }

    /** Oldest first. */
    List<CoreWork.InProgress> inProgress() {
        var now = Instant.now();
        return entries.values().stream()
                .sorted(Comparator.comparing(Entry::since))
                .map(entry -> new CoreWork.InProgress(
                        entry.dataId(), seconds(Duration.between(entry.since(), now)), entry.workflow()))
                .toList();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}

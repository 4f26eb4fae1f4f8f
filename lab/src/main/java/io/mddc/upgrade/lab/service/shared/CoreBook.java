package io.mddc.upgrade.lab.service.shared;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every Core that ever held a lease. Changed by events only, but for the leases themselves; guarded by {@link Books}. */
final class CoreBook {
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<WorkSwitch> switches = new ArrayList<>();
    private final List<ActiveCount> counts = new ArrayList<>();

    private static final class Entry {
        private final List<CoreRecord.LifeSign> signs = new ArrayList<>();
        private boolean takingWork;
        private int finished;
        private int failed;
        private Optional<Instant> lastFinished = Optional.empty();

        private CoreRecord.LifeSign last() {
            return signs.get(signs.size() - 1);
        }
    }

    void apply(BookEvent.Appeared event) {
        entries.computeIfAbsent(event.core(), core -> new Entry()).signs.add(event.sign());
    }

    void apply(BookEvent.Switched event) {
        var work = event.work();
        switches.add(work);
        var entry = known(work.core());
        entry.takingWork = work.takingWork();
        var last = entry.last();
        if (work.takingWork() && last.firstTakingWork().isEmpty()) {
            entry.signs.set(
                    entry.signs.size() - 1,
                    new CoreRecord.LifeSign(last.session(), last.version(), last.startedAt(), Optional.of(work.at())));
        }
    }

    void apply(BookEvent.Counted event) {
        counts.add(event.count());
    }

    void judged(String core, FileRecord.Verdict verdict) {
        var entry = known(core);
        if (verdict.result().equals(FileRecord.FAILED)) {
            entry.failed++;
        } else {
            entry.finished++;
            entry.lastFinished = Optional.of(verdict.at());
        }
    }

    List<String> ids() {
        return List.copyOf(entries.keySet());
    }

    boolean isTakingWork(String core) {
        return entries.containsKey(core) && known(core).takingWork;
    }

    /** The newest process that took the lease. */
    Optional<String> session(String core) {
        return Optional.ofNullable(entries.get(core)).map(entry -> entry.last().session());
    }

    int active() {
        return (int) entries.values().stream().filter(entry -> entry.takingWork).count();
    }

    int lastCounted() {
        return counts.isEmpty() ? 0 : counts.get(counts.size() - 1).active();
    }

    List<ActiveCount> counts() {
        return List.copyOf(counts);
    }

    List<WorkSwitch> switches() {
        return List.copyOf(switches);
    }

    CoreRecord record(String core, List<String> inWork, boolean alive) {
        var entry = known(core);
        return new CoreRecord(
                core,
                entry.last().session(),
                List.copyOf(entry.signs),
                alive,
                new CoreRecord.Books(entry.takingWork, inWork, entry.finished, entry.failed, entry.lastFinished));
    }

    private Entry known(String core) {
        return Optional.ofNullable(entries.get(core))
                .orElseThrow(() -> new IllegalStateException("The journal names unknown Core " + core));
    }
}

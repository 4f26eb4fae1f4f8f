package io.mddc.upgrade.lab.service.shared;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The books of the shared services: each change is an event, on disk before it is answered. A Core whose lease ends, or
 * whose next process takes the lease, has failed what the former one had in work: nothing is given to a Core twice.
 */
final class Books implements AutoCloseable {
    private final FileBook files = new FileBook();
    private final CoreBook cores = new CoreBook();
    private final Map<String, Renewal> leases = new HashMap<>();
    private final Clock clock;
    private final Duration lease;
    private final Journal journal;

    private record Renewal(String session, long number, Instant at) {}

    Books(Path journalFile, Duration lease, Clock clock) {
        this.clock = clock;
        this.lease = lease;
        this.journal = Journal.open(journalFile, this::apply);
        for (var core : cores.ids()) {
            cores.session(core).ifPresent(session -> leases.put(core, new Renewal(session, 0, clock.instant())));
        }
    }

    /** The same id again changes nothing. */
    synchronized void accept(Task task) {
        if (!files.isKnown(task.dataId())) {
            record(List.of(new BookEvent.Accepted(task, clock.instant())));
            notifyAll();
        }
    }

    /**
     * Empty when there is nothing to do for so long, or the Core may not take work. A slot that asks while it has a file
     * never heard of it (the answer was lost) and gets it again.
     */
    synchronized Optional<Task> take(String core, String session, int slot, Duration wait) throws InterruptedException {
        var unheard = files.heldBy(core, session, slot);
        if (unheard.isPresent()) {
            return unheard;
        }
        var until = clock.instant().plus(wait);
        while (mayTake(core, session)) {
            var next = files.next();
            if (next.isPresent()) {
                var by = new FileRecord.Taken(core, session, slot, clock.instant());
                record(List.of(new BookEvent.Taken(next.get().dataId(), by)));
                return next;
            }
            long left = Duration.between(clock.instant(), until).toMillis();
            if (left <= 0) {
                return Optional.empty();
            }
            wait(left);
        }
        return Optional.empty();
    }

    /** False when this process has not got the file in work (any more): the verdict that stands stays. */
    synchronized boolean judge(String dataId, String session, FileRecord.Verdict verdict) {
        if (!files.isHeldBy(dataId, session)) {
            return false;
        }
        record(List.of(new BookEvent.Judged(dataId, verdict)));
        return true;
    }

    synchronized Lease renew(String core, LeaseRequest request) {
        var known = Optional.ofNullable(leases.get(core))
                .filter(held -> held.session().equals(request.session()));
        if (known.filter(held -> held.number() >= request.number()).isEmpty()) {
            leases.put(core, new Renewal(request.session(), request.number(), clock.instant()));
            record(changes(core, request));
            notifyAll();
        }
        return new Lease(cores.isTakingWork(core), cores.active());
    }

    /** Ends the leases that were not renewed in time. */
    synchronized void expire() {
        var dead = leases.entrySet().stream()
                .filter(entry -> entry.getValue().at().plus(lease).isBefore(clock.instant()))
                .map(Map.Entry::getKey)
                .toList();
        for (var core : dead) {
            leases.remove(core);
            var events = failed(files.inWork(core));
            switched(core, false).ifPresent(event -> events.add(0, event));
            record(events);
            notifyAll();
        }
    }

    synchronized Optional<FileRecord> file(String dataId) {
        return files.find(dataId);
    }

    synchronized List<FileRecord> files() {
        return files.all();
    }

    synchronized List<CoreRecord> cores() {
        return cores.ids().stream()
                .map(core -> cores.record(core, files.inWork(core), leases.containsKey(core)))
                .toList();
    }

    synchronized List<WorkSwitch> switches() {
        return cores.switches();
    }

    synchronized List<ActiveCount> counts() {
        return cores.counts();
    }

    @Override
    public synchronized void close() {
        journal.close();
    }

    private boolean mayTake(String core, String session) {
        return cores.isTakingWork(core)
                && leases.containsKey(core)
                && cores.session(core).filter(session::equals).isPresent();
    }

    private List<BookEvent> changes(String core, LeaseRequest request) {
        var events = new ArrayList<BookEvent>();
        boolean takesNow = cores.isTakingWork(core);
        if (cores.session(core).filter(request.session()::equals).isEmpty()) {
            switched(core, false).ifPresent(events::add);
            events.addAll(failed(files.leftBy(core, request.session())));
            events.add(new BookEvent.Appeared(core, request.sign()));
            takesNow = false;
        }
        if (request.takingWork() != takesNow) {
            events.add(new BookEvent.Switched(
                    new WorkSwitch(core, request.takingWork(), clock.instant(), files.inWork(core))));
        }
        return events;
    }

    private Optional<BookEvent> switched(String core, boolean takingWork) {
        return Optional.of(new WorkSwitch(core, takingWork, clock.instant(), files.inWork(core)))
                .filter(work -> cores.isTakingWork(core) != takingWork)
                .map(BookEvent.Switched::new);
    }

    private List<BookEvent> failed(List<String> dataIds) {
        var events = new ArrayList<BookEvent>();
        dataIds.forEach(id -> events.add(new BookEvent.Judged(id, FileRecord.Verdict.failed(clock.instant()))));
        return events;
    }

    private void record(List<BookEvent> changes) {
        if (changes.isEmpty()) {
            return;
        }
        journal.append(changes);
        changes.forEach(this::apply);
        if (cores.active() != cores.lastCounted()) {
            var counted = new BookEvent.Counted(new ActiveCount(clock.instant(), cores.active()));
            journal.append(List.of(counted));
            apply(counted);
        }
    }

    private void apply(BookEvent event) {
        if (event instanceof BookEvent.Accepted accepted) {
            files.apply(accepted);
        } else if (event instanceof BookEvent.Taken taken) {
            files.apply(taken);
        } else if (event instanceof BookEvent.Judged judged) {
            files.apply(judged);
            files.find(judged.dataId())
                    .flatMap(FileRecord::taken)
                    .ifPresent(by -> cores.judged(by.core(), judged.verdict()));
        } else if (event instanceof BookEvent.Appeared appeared) {
            cores.apply(appeared);
        } else if (event instanceof BookEvent.Switched switched) {
            cores.apply(switched);
        } else if (event instanceof BookEvent.Counted counted) {
            cores.apply(counted);
        }
    }
}

package io.mddc.upgrade.lab.service.shared;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every accepted file, and who has which in work. Changed by events only; guarded by {@link Books}. */
final class FileBook {
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final Map<String, FileRecord> records = new LinkedHashMap<>();
    private final Deque<String> queue = new ArrayDeque<>();
    private final Map<String, Set<String>> inWork = new LinkedHashMap<>();

    void apply(BookEvent.Accepted event) {
        var id = event.task().dataId();
        tasks.put(id, event.task());
        records.put(id, FileRecord.accepted(event.task(), event.at()));
        queue.add(id);
    }

    void apply(BookEvent.Taken event) {
        queue.remove(event.dataId());
        var record = known(event.dataId());
        records.put(record.dataId(), record.inWork(event.by()));
        inWork.computeIfAbsent(event.by().core(), core -> new LinkedHashSet<>()).add(record.dataId());
    }

    void apply(BookEvent.Judged event) {
        var record = known(event.dataId());
        records.put(record.dataId(), record.judged(event.verdict()));
        record.taken().ifPresent(by -> inWorkOf(by.core()).remove(record.dataId()));
    }

    boolean isKnown(String dataId) {
        return records.containsKey(dataId);
    }

    Optional<FileRecord> find(String dataId) {
        return Optional.ofNullable(records.get(dataId));
    }

    Optional<Task> next() {
        return Optional.ofNullable(queue.peek()).map(tasks::get);
    }

    List<FileRecord> all() {
        return List.copyOf(records.values());
    }

    List<String> inWork(String core) {
        return List.copyOf(inWorkOf(core));
    }

    /** Files in work with another process of this Core than the one given. */
    List<String> leftBy(String core, String session) {
        return inWorkOf(core).stream().filter(id -> !isHeldBy(id, session)).toList();
    }

    Optional<Task> heldBy(String core, String session, int slot) {
        return inWorkOf(core).stream()
                .filter(id -> find(id).flatMap(FileRecord::taken)
                        .filter(by -> by.session().equals(session) && by.slot() == slot)
                        .isPresent())
                .findFirst()
                .map(tasks::get);
    }

    /** Is it in work with this very process? */
    boolean isHeldBy(String dataId, String session) {
        return find(dataId)
                .filter(record -> record.state() == FileState.IN_WORK)
                .flatMap(FileRecord::taken)
                .filter(by -> by.session().equals(session))
                .isPresent();
    }

    private Collection<String> inWorkOf(String core) {
        return inWork.getOrDefault(core, new LinkedHashSet<>());
    }

    private FileRecord known(String dataId) {
        return find(dataId).orElseThrow(() -> new IllegalStateException("The journal names unknown file " + dataId));
    }
}

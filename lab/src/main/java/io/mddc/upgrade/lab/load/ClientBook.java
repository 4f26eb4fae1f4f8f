package io.mddc.upgrade.lab.load;

import io.mddc.upgrade.lab.ledger.ClientEntry;
import io.mddc.upgrade.lab.ledger.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the client was promised and told, file by file. */
public final class ClientBook {
    private final ConcurrentLinkedQueue<Promise> accepted = new ConcurrentLinkedQueue<>();
    private final Map<String, Verdict> seen = new ConcurrentHashMap<>();
    private volatile Instant lastVerdict = Instant.EPOCH;

    void accepted(String id, Verdict known) {
        accepted.add(new Promise(id, known));
    }

    void told(String id, Verdict verdict, Instant at) {
        seen.put(id, verdict);
        lastVerdict = at;
    }

    public int acceptedCount() {
        return accepted.size();
    }

    public int toldCount() {
        return seen.size();
    }

    /** When the last verdict came; the epoch while none has. */
    public Instant lastVerdict() {
        return lastVerdict;
    }

    public List<ClientEntry> entries() {
        return accepted.stream()
                .map(promise ->
                        new ClientEntry(promise.id(), promise.known(), Optional.ofNullable(seen.get(promise.id()))))
                .toList();
    }

    private record Promise(String id, Verdict known) {}
}

package io.mddc.upgrade.lab.chaos;

import io.mddc.upgrade.cluster.InstanceId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Is told whenever a step begins, and carries out the kills that were ordered for it, each once. */
public final class Chaos implements AutoCloseable {
    private final List<KillOrder> waiting;
    private final KillRun killing;
    private final List<CompletableFuture<KillReport>> reports = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    public Chaos(List<KillOrder> orders, Targets targets, LifeSigns signs) {
        this.waiting = new ArrayList<>(orders);
        this.killing = new KillRun(targets, signs, Clock.systemUTC());
    }

    /**
     * Returns at once; the same step told twice kills once.
     *
     * @param instance whose step it is; the first of those concerned when it is nobody's own
     */
    public synchronized void begins(KillStep step, InstanceId instance) {
        var due = waiting.stream()
                .filter(order -> order.step() == step && order.isFor(instance))
                .toList();
        waiting.removeAll(due);
        due.forEach(order ->
                reports.add(CompletableFuture.supplyAsync(() -> killing.run(order, order.victim(instance)), threads)));
    }

    /** Waits for the kills under way; an order whose step never came is not among them. */
    public synchronized List<KillReport> reports() {
        return reports.stream().map(CompletableFuture::join).toList();
    }

    public synchronized List<KillOrder> neverCame() {
        return List.copyOf(waiting);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

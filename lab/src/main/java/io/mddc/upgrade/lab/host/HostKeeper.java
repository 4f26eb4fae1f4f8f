package io.mddc.upgrade.lab.host;

import io.mddc.upgrade.cluster.HostId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stands for the machines' power buttons: a host on which somebody wished for it is started again. */
public final class HostKeeper implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(100);

    private final Cluster cluster;
    private final Map<HostId, CompletableFuture<Void>> restarts = new ConcurrentHashMap<>();
    private final ScheduledExecutorService eye = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService hands = Executors.newCachedThreadPool();
    private final Future<?> looking;

    public HostKeeper(Cluster cluster) {
        this.cluster = cluster;
        this.looking = eye.scheduleWithFixedDelay(
                () -> cluster.hosts().forEach(this::look), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What a command on the host does that wants it to be started again. */
    public static List<String> restartCommand(LabHost host) {
        return List.of("touch", host.restartWish().toString());
    }

    private void look(LabHost host) {
        var last = Optional.ofNullable(restarts.get(host.id()));
        boolean isOver = last.map(restart -> restart.isDone() && !restart.isCompletedExceptionally())
                .orElse(true);
        if (isOver && Files.exists(host.restartWish())) {
            restarts.put(host.id(), CompletableFuture.runAsync(() -> restart(host), hands));
        }
    }

    private void restart(LabHost host) {
        try {
            cluster.restart(host.id());
            Files.deleteIfExists(host.restartWish());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the restarts under way; throws when one did not work. */
    @Override
    public void close() {
        looking.cancel(false);
        eye.shutdownNow();
        try {
            restarts.values().forEach(CompletableFuture::join);
        } finally {
            hands.shutdownNow();
        }
    }
}

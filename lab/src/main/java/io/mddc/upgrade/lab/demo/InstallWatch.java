package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Notices that an upgrade's install began, by the first line of the host's journal {@code <upgradeId>_<instanceId>_<n>.jsonl}. */
final class InstallWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(20);
    private static final Pattern JOURNAL = Pattern.compile("([^_]+)_([^_]+)_[0-9]+\\.jsonl");

    private final UpgradeId upgrade;
    private final List<Path> folders;
    private final Consumer<InstanceId> began;
    private final Set<Path> seen = new HashSet<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> looking;

    /**
     * @param folders the journal folder of each host
     */
    InstallWatch(UpgradeId upgrade, List<Path> folders, Consumer<InstanceId> began) {
        this.upgrade = upgrade;
        this.folders = List.copyOf(folders);
        this.began = began;
        this.looking = thread.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        folders.stream()
                .flatMap(InstallJournals::files)
                .filter(InstallWatch::isStarted)
                .forEach(this::note);
    }

    private void note(Path journal) {
        if (seen.add(journal)) {
            instance(journal).ifPresent(began);
        }
    }

    private Optional<InstanceId> instance(Path journal) {
        var name = JOURNAL.matcher(journal.getFileName().toString());
        boolean isMeant = name.matches() && name.group(1).equals(upgrade.value());
        return isMeant ? Optional.of(new InstanceId(name.group(2))) : Optional.empty();
    }

    private static boolean isStarted(Path journal) {
        try {
            return Files.readString(journal).contains("\"started\"");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
        thread.shutdownNow();
    }
}

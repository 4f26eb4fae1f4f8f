package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.cluster.SettingName;
import io.mddc.upgrade.cluster.UpgradeId;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Tries once a second to write each setting while the upgrade holds the cluster; what it writes is what stands there, so that a
 * write that succeeds breaks nothing. An answer counts when the upgrade still held the cluster afterwards. After the end each is
 * written once more.
 */
final class FrozenWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration THAW = Duration.ofSeconds(10);
    private static final int LOCKED = 423;
    private static final int WRITTEN = 200;

    private final Administration administration;
    private final UpgradeId upgrade;
    private final Map<SettingName, JsonNode> documents = new EnumMap<>(SettingName.class);
    private final List<String> wrong = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> trying;
    private int refused;

    FrozenWatch(ControlCenterClient client, UpgradeId upgrade) {
        this.administration = new Administration(client);
        this.upgrade = upgrade;
        for (var name : SettingName.values()) {
            documents.put(name, administration.setting(name));
        }
        trying = thread.scheduleWithFixedDelay(this::tryAll, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * @param frozen empty when no write was answered while the cluster was held
     * @param thawed empty when nobody held it
     * @param broken what was not as it should be, in sentences
     */
    record Found(Optional<Boolean> frozen, Optional<Boolean> thawed, List<String> broken) {
        static final Found NOTHING = new Found(Optional.empty(), Optional.empty(), List.of());

        Found {
            broken = List.copyOf(broken);
        }
    }

    /** After the end of the upgrade. */
    Found found() {
        close();
        var icy = documents.entrySet().stream()
                .filter(setting -> !Waiting.became(THAW, () -> put(setting.getKey(), setting.getValue()) == WRITTEN))
                .map(setting ->
                        "the setting " + setting.getKey().word() + " cannot be written after the end of the upgrade")
                .toList();
        synchronized (this) {
            var broken = Stream.concat(icy.stream(), wrong.stream()).toList();
            return new Found(frozen(), Optional.of(icy.isEmpty()), broken);
        }
    }

    private Optional<Boolean> frozen() {
        return refused == 0 && wrong.isEmpty() ? Optional.empty() : Optional.of(wrong.isEmpty());
    }

    private void tryAll() {
        documents.forEach(this::tryOne);
    }

    private synchronized void tryOne(SettingName name, JsonNode document) {
        int status = put(name, document);
        if (status == LOCKED) {
            refused++;
        } else if (status != 0 && isHeld()) {
            wrong.add("a write of the setting " + name.word() + " was answered with " + status
                    + " while the upgrade held the cluster");
        }
    }

    /** 0 without an answer: the control center may just be killed or replaced. */
    private int put(SettingName name, JsonNode document) {
        try {
            return administration.put(name, document);
        } catch (UncheckedIOException away) {
            return 0;
        }
    }

    private boolean isHeld() {
        try {
            return administration.holder().equals(Optional.of(upgrade.value()));
        } catch (UncheckedIOException | RefusedByControlCenter away) {
            return false;
        }
    }

    @Override
    public void close() {
        trying.cancel(false);
        thread.shutdown();
        try {
            thread.awaitTermination(THAW.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }
}

package io.mddc.upgrade.lab.demo;

import static java.util.stream.Collectors.joining;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.lab.host.Cluster;
import io.mddc.upgrade.lab.host.LabInstance;
import io.mddc.upgrade.lab.service.admin.PartProbe;
import io.mddc.upgrade.lab.service.admin.Readiness;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * The person whom an upgrade asks to start a host again. One who does so is careful: what else is on the host takes no new work
 * and has none before.
 */
final class Administrator {
    private static final String OWNER = "the-administrator";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Cluster cluster;
    private final Voice voice;
    private CompletableFuture<Void> doing = CompletableFuture.completedFuture(null);
    private boolean isAsked;

    Administrator(Cluster cluster, Voice voice) {
        this.cluster = cluster;
        this.voice = voice;
    }

    /** What is done about a reboot. */
    enum Habit {
        ABORT,
        REBOOT;

        static Habit parse(String word) {
            return Arrays.stream(values())
                    .filter(habit -> habit.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new UnusableSetting("--administrator is '" + word + "': allowed is "
                            + Arrays.stream(values()).map(Habit::word).collect(joining(", "))));
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads the log of the upgrade; does what has to be done beside it, once. */
    void read(UpgradeEvent event, Habit habit, Runnable abort) {
        if (isAsked || !event.sentence().contains(" needs reboot of ")) {
            return;
        }
        isAsked = true;
        var unit = cluster.instance(event.instance().orElseThrow());
        voice.say("the administrator of " + unit.host() + " reads that and will " + habit.word());
        doing = CompletableFuture.runAsync(habit == Habit.ABORT ? abort : () -> reboot(unit));
    }

    /** Waits for what is being done; throws when it did not work. */
    void finish() {
        doing.join();
    }

    private void reboot(LabInstance unit) {
        var others = others(unit.host(), unit);
        var expires = Clock.systemUTC().instant().plus(Duration.ofHours(1));
        others.forEach(other -> probe(other).isolate(OWNER, "reboot of " + unit.host(), expires));
        others.forEach(other -> Waiting.until(other.id() + " to have no work", PATIENCE, () -> isIdle(other)));
        cluster.restart(unit.host());
        others.forEach(other -> Waiting.until(other.id() + " to be back", PATIENCE, () -> isBack(other)));
        others.forEach(other -> probe(other).release(OWNER));
        voice.say(unit.host() + " was started again, and " + others.size() + " others on it with it");
    }

    private List<LabInstance> others(HostId host, LabInstance unit) {
        return cluster.upgradeable().stream()
                .filter(other -> other.host().equals(host) && !other.equals(unit))
                .filter(other -> other.part().isIsolable())
                .toList();
    }

    /** Clients need a moment to notice that it takes nothing new. */
    private boolean isIdle(LabInstance other) {
        var isolated = probe(other).isolation().orElseThrow().since();
        var noticed = isolated.plus(cluster.config().gateway().deregistrationDelay());
        return Clock.systemUTC().instant().isAfter(noticed)
                && probe(other).work().inProgress().isEmpty();
    }

    private boolean isBack(LabInstance other) {
        try {
            return probe(other).readiness() == Readiness.ISOLATED;
        } catch (PartUnreachable e) {
            return false;
        }
    }

    private PartProbe probe(LabInstance instance) {
        return cluster.probe(instance.id());
    }
}

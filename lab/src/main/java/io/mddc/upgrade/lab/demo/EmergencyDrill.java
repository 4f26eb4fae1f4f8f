package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.host.Cluster;
import io.mddc.upgrade.lab.host.LabInstance;
import io.mddc.upgrade.lab.service.admin.Isolation;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import io.mddc.upgrade.lab.service.http.UnexpectedAnswer;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Presses the emergency stop at random moments of an upgrade, once its first unit has its turn, and looks at the hosts: an install that begins, by its journal, or
 * an isolation, by what the component itself says, more than a second after the stop was accepted is late.
 */
final class EmergencyDrill implements AutoCloseable {
    private static final Duration ALLOWED = Duration.ofSeconds(1);
    private static final Duration LOOKS = Duration.ofSeconds(4);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The longest time from one release to the next stop; a unit takes about as long from its turn to its install. */
    private static final int LONGEST_PAUSE_MILLIS = 12_000;

    private final Clock clock = Clock.systemUTC();
    private final Random random;
    private final int times;
    private final Administration administration;
    private final Sight sight;
    private final Voice voice;
    private final List<Stopped> reports = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "emergency-drill");

    /**
     * What the report says of one stop.
     *
     * @param at when it was accepted
     * @param lateEffects installs and isolations that began later than a second after it and before its release
     */
    public record Stopped(Instant at, int lateEffects) {}

    /** Where the lab looks. */
    record Sight(Cluster cluster, InstallJournals journals) {
        /** The moments at which something was begun, by what it is. */
        Map<String, Instant> begun() {
            var begun = new HashMap<String, Instant>();
            begun.putAll(journals.begun());
            cluster.upgradeable().stream()
                    .filter(instance -> instance.part().isIsolable())
                    .forEach(instance -> isolation(instance)
                            .ifPresent(isolation -> begun.put(
                                    "isolation of " + instance.id() + " since " + isolation.since(),
                                    isolation.since())));
            return begun;
        }

        private Optional<Isolation> isolation(LabInstance instance) {
            try {
                return cluster.probe(instance.id()).isolation();
            } catch (PartUnreachable | UnexpectedAnswer down) {
                return Optional.empty();
            }
        }
    }

    EmergencyDrill(Order order, Administration administration, Sight sight, Voice voice) {
        this.random = new Random(order.seed());
        this.times = order.times();
        this.administration = administration;
        this.sight = sight;
        this.voice = voice;
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * @param times how often; an upgrade that ends before is too short for it
     */
    record Order(int times, long seed) {}

    /** A unit is let: from now on there is something to stop. */
    void begin() {
        begun.countDown();
    }

    List<Stopped> reports() {
        close();
        synchronized (reports) {
            return List.copyOf(reports);
        }
    }

    /** What did not come about, in sentences. */
    List<String> broken() {
        int pressed = reports().size();
        return pressed < times
                ? List.of("only %d of %d emergency stops were tried before the upgrade ended: it needs more units"
                        .formatted(pressed, times))
                : List.of();
    }

    private void run() {
        try {
            begun.await();
            for (int i = 0; i < times; i++) {
                if (over.await(random.nextInt(LONGEST_PAUSE_MILLIS), TimeUnit.MILLISECONDS)) {
                    return;
                }
                stop(i + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** It is released whatever happens: an upgrade that stands still for ever would tell nothing. */
    private void stop(int n) throws InterruptedException {
        untilDone(() -> administration.stop("the lab tries it, " + n + " of " + times));
        var accepted = clock.instant();
        var late = new HashMap<String, Instant>();
        try {
            while (clock.instant().isBefore(accepted.plus(LOOKS))) {
                sight.begun().forEach((what, at) -> {
                    if (at.isAfter(accepted.plus(ALLOWED))) {
                        late.put(what, at);
                    }
                });
                if (over.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        } finally {
            untilDone(() -> administration.release("the lab has looked"));
        }
        synchronized (reports) {
            reports.add(new Stopped(accepted, late.size()));
        }
        voice.say("emergency stop " + n + " of " + times + ": "
                + (late.isEmpty() ? "nothing began later than a second after it" : "LATE: " + late));
    }

    /** The control center may just be killed or replaced. */
    private static void untilDone(Runnable what) {
        Waiting.until("the control center takes the emergency stop", PATIENCE, () -> isDone(what));
    }

    private static boolean isDone(Runnable what) {
        try {
            what.run();
            return true;
        } catch (UncheckedIOException away) {
            return false;
        }
    }

    @Override
    public void close() {
        over.countDown();
        begin();
        try {
            thread.join(PATIENCE.multipliedBy(2).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }
}

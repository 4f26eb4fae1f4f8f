package io.mddc.upgrade.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.contract.DrainOutcome;
import io.mddc.upgrade.contract.HostOrders.Drain;
import io.mddc.upgrade.run.WorkInProgress;
import io.mddc.upgrade.worker.component.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DrainInstanceTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration CONFIRM = Duration.ofMillis(150);

    private static final String OWNER = "upgrade/2026-11-22-1";

    private final OneInstance host = new OneInstance();
    private final List<Object> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void isolate() {
        host.core.isolatedBy(OWNER);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void isDrainedWhenNothingIsInProgressTwice() {
        assertThat(drain(LONG)).isEqualTo(new DrainOutcome.Drained(100));
    }

    @Test
    void namesTheFilesThatAreLeftAtTheSlicesEnd() {
        host.core.takesFile("file-1", 30, "archive-deep");

        assertThat(drain(SHORT))
                .isInstanceOfSatisfying(
                        DrainOutcome.StillBusy.class,
                        busy -> assertThat(busy.left().oldest()).singleElement().satisfies(file -> {
                            assertThat(file.id()).isEqualTo("file-1");
                            assertThat(file.workflow()).isEqualTo("archive-deep");
                        }));
        assertThat(told)
                .hasOnlyElementsOfType(Optional.class)
                .first()
                .satisfies(it -> assertThat((Optional<?>) it)
                        .hasValueSatisfying(work ->
                                assertThat(((WorkInProgress) work).count()).isEqualTo(1)));
    }

    @Test
    void isDrainedWhenItsFilesAreFinishedMeanwhile() {
        host.core.takesFile("file-1", 1, "default").takesFile("file-2", 2, "default");

        assertThat(drainWhile(look -> {
                    if (look == 5) {
                        host.core.finishesAll();
                    }
                }))
                .isEqualTo(new DrainOutcome.Drained(102));
    }

    @Test
    void startsItsConfirmationAnewWhenAFileCameAndWentInBetween() {
        // Always idle when it is looked at, yet always one finished more: never confirmed.
        var outcome = drainWhile(look -> {
            if (look < 20) {
                host.core.finishes(1, 0);
            }
        });

        assertThat(outcome).isEqualTo(new DrainOutcome.Drained(119));
    }

    @Test
    void startsItsConfirmationAnewAfterARestart() {
        var outcome = drainWhile(look -> {
            if (look == 3) {
                host.core.restarts();
            }
        });

        assertThat(outcome).isEqualTo(new DrainOutcome.Drained(0));
    }

    @Test
    void neverTakesSilenceForNothingInProgress() {
        host.core.saying("/admin/work", "<html>");

        assertThat(drain(SHORT))
                .isInstanceOfSatisfying(
                        DrainOutcome.Unknown.class,
                        unknown -> assertThat(unknown.sentence()).contains("not JSON"));
        assertThat(told).containsOnly(Optional.empty());
    }

    @Test
    void startsItsConfirmationAnewAfterSilence() {
        var outcome = drainWhile(look -> {
            if (look == 3) {
                host.core.saying("/admin/work", "{}");
            }
            if (look == 6) {
                host.core.quietAgain().finishes(3, 0);
            }
        });

        assertThat(outcome).isEqualTo(new DrainOutcome.Drained(103));
    }

    @Test
    void countsNothingAsIdleBeforeItsClientsHadTimeToNotice() {
        var slow =
                new Profile(new Profile.CoreRest(true), new Profile.Rest("/admin/isolation"), CONFIRM.multipliedBy(20));
        long late = System.nanoTime() + CONFIRM.multipliedBy(5).toNanos();
        var came = new AtomicBoolean();

        var outcome = drainWhile(slow, look -> {
            if (System.nanoTime() > late && came.compareAndSet(false, true)) {
                host.core.finishes(1, 0);
            }
        });

        assertThat(outcome).isEqualTo(new DrainOutcome.Drained(101));
    }

    @Test
    void isDrainedThoughTheSliceIsShorterThanThatTime() {
        var slow = new Profile(new Profile.CoreRest(true), new Profile.Rest("/admin/isolation"), SHORT.multipliedBy(3));
        var heartbeat = new Heartbeat(Duration.ofMillis(10), told::add);

        var outcome =
                new DrainInstance(host.instances(slow), heartbeat).drain(new Drain(OneInstance.CORE, SHORT, CONFIRM));

        assertThat(outcome).isEqualTo(new DrainOutcome.Drained(100));
    }

    @Test
    void waitsForTheWorkOfOneThatCannotBeIsolated() {
        var plain = new Profile(
                new Profile.Http("/version", "version", "/readyz", Optional.of("/admin/work")),
                new Profile.None(),
                Duration.ZERO);
        host.core.rejoined().takesFile("install-1", 1, "install");

        assertThat(drainWhile(plain, look -> {
                    if (look == 5) {
                        host.core.finishesAll();
                    }
                }))
                .isEqualTo(new DrainOutcome.Drained(101));
    }

    @Test
    void looksOnceAtOneThatNeverHasWork() {
        var plain = new Profile(
                new Profile.Http("/version", "version", "/readyz", Optional.empty()),
                new Profile.None(),
                Duration.ZERO);
        var looks = new AtomicInteger();

        assertThat(drainWhile(plain, looks::set)).isEqualTo(new DrainOutcome.Drained(0));
        assertThat(looks).hasValue(1);
    }

    @Test
    void hasNothingToDrainWithoutAProcess() {
        host.dead();

        assertThat(drain(LONG)).isEqualTo(new DrainOutcome.Drained(0));
    }

    @Test
    void knowsWhatWasFinishedLastWhenTheProcessDiesMeanwhile() {
        host.core.takesFile("file-1", 1, "default").finishes(3, 0);

        assertThat(drainWhile(look -> {
                    if (look == 3) {
                        host.dead();
                    }
                }))
                .isEqualTo(new DrainOutcome.Drained(103));
    }

    @Test
    void takesNoSilenceForTheEndOfAProcessThatTheHostCallsRunning() {
        host.dead().withoutPidFile();

        assertThat(drain(SHORT)).isInstanceOf(DrainOutcome.Unknown.class);
    }

    @Test
    void isNotDrainedByOneThatCameBackWithoutItsIsolation() {
        host.core.rejoined();

        assertThat(drain(SHORT))
                .isInstanceOfSatisfying(
                        DrainOutcome.Unknown.class,
                        unknown -> assertThat(unknown.sentence()).contains("takes new work"));
    }

    private DrainOutcome drain(Duration slice) {
        var heartbeat = new Heartbeat(Duration.ofMillis(10), told::add);
        return new DrainInstance(host.instances(), heartbeat).drain(new Drain(OneInstance.CORE, slice, CONFIRM));
    }

    /** Does something before each look; the first look is number 1. */
    private DrainOutcome drainWhile(Consumer<Integer> before) {
        return drainWhile(OneInstance.CORE_PROFILE, before);
    }

    private DrainOutcome drainWhile(Profile profile, Consumer<Integer> before) {
        return new DrainInstance(host.instances(profile), OneInstance.stepping(before))
                .drain(new Drain(OneInstance.CORE, LONG, CONFIRM));
    }
}

package io.mddc.upgrade.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.StartTime;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.run.WaitReason;
import io.mddc.upgrade.window.Blackout;
import io.mddc.upgrade.window.MaintenanceWindow;
import io.mddc.upgrade.window.Recurrence;
import io.mddc.upgrade.window.WindowCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Upgrades that begin later, and work in maintenance windows alone, on the real workflows with skipped time. */
@Timeout(120)
class AppointmentTest {
    private static final Policy IN_WINDOWS =
            new Policies.Builder().windowsFromLevel(0).build();

    private UpgradeRun run = UpgradeRun.of(2, Policies.DEFAULT);

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void beginsAtItsInstantAndHoldsNothingBefore() {
        var at = run.now().plus(Duration.ofHours(5));
        run.controlCenter().startsAt(StartTime.parse(at.toString()));
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.controlCenter().holds()).containsExactly("take");
        assertThat(events(UpgradeState.SCHEDULED)).hasSize(1);
        assertThat(events(UpgradeState.RUNNING).get(0).at()).isAfterOrEqualTo(at);
    }

    @Test
    void asksAPersonWhenItsInstantWasMissed() {
        run.controlCenter()
                .startsAt(StartTime.parse(run.now().minus(Duration.ofHours(1)).toString()));
        run.start();
        until(() -> !events(UpgradeState.PAUSED).isEmpty());
        assertThat(events(UpgradeState.PAUSED).get(0).sentence()).contains("was missed");

        run.workflow().resume(UpgradeRun.command("go"));

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void waitsForTheClusterAndNamesItsHolder() {
        run.controlCenter().startsAt(StartTime.parse(run.now().plusSeconds(60).toString()));
        run.controlCenter().isHeldBy(Optional.of(new UpgradeId("2026-11-21-7")));
        run.start();
        run.pass(Duration.ofMinutes(2));
        until(() -> run.waitsForPersons()
                .anyMatch(wait -> wait.sentence().startsWith("Upgrade 2026-11-21-7 holds the cluster")));

        run.controlCenter().isHeldBy(Optional.empty());

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void anAbortEndsTheWait() {
        run.controlCenter()
                .startsAt(StartTime.parse(run.now().plus(Duration.ofDays(30)).toString()));
        run.start();
        until(() -> !events(UpgradeState.SCHEDULED).isEmpty());

        run.abort("no more");

        assertThat(run.outcome()).isEqualTo(Outcome.ABORTED);
        assertThat(run.hosts()).allSatisfy(host -> assertThat(host.done()).isEmpty());
    }

    @Test
    void unitsGoInWindowsThatLeaveThemTimeAndTheClusterIsFreeBetween() {
        use(3, IN_WINDOWS);
        run.controlCenter().opensIn(new WindowCalendar(List.of(nightly(Duration.ofMinutes(40))), List.of()));
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        for (int n = 1; n <= 3; n++) {
            var begins = begin(n);
            var opens = night(begins);
            assertThat(begins)
                    .as("core-%d begins in its window", n)
                    .isBetween(opens, opens.plus(Duration.ofMinutes(40)));
        }
        assertThat(run.controlCenter().holds()).startsWith("release", "take").endsWith("take");
    }

    @Test
    void aBlackoutKeepsAWindowClosed() {
        use(1 + 1, IN_WINDOWS);
        var first = night(run.now().plus(Duration.ofDays(1)));
        run.controlCenter()
                .opensIn(new WindowCalendar(
                        List.of(nightly(Duration.ofHours(4))),
                        List.of(new Blackout(run.now(), first.plus(Duration.ofHours(6)), "audit"))));
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(begin(1)).isAfter(first.plus(Duration.ofHours(6)));
    }

    @Test
    void aPauseWhileItWaitsForItsWindowKeepsItFromBeginning() {
        use(2, IN_WINDOWS);
        run.controlCenter().opensIn(new WindowCalendar(List.of(nightly(Duration.ofHours(4))), List.of()));
        var opens = night(run.now().plus(Duration.ofDays(1)));
        run.controlCenter()
                .startsAt(StartTime.parse(opens.minus(Duration.ofHours(3)).toString()));
        run.start();
        run.passUntil(opens.minus(Duration.ofHours(2)));
        until(() -> !events(UpgradeState.SCHEDULED).isEmpty());

        run.workflow().pause(UpgradeRun.command("not tonight"));
        run.passUntil(opens.plus(Duration.ofMinutes(10)));
        until(() -> run.waitsForPersons().anyMatch(wait -> wait.sentence().contains("but the upgrade was paused")));
        assertThat(run.hosts()).allSatisfy(host -> assertThat(host.done()).isEmpty());

        run.workflow().resume(UpgradeRun.command("tonight all the same"));
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void whatIsResumedWhileItWaitsForItsWindowSaysSoAtOnce() {
        use(2, IN_WINDOWS);
        run.controlCenter().opensIn(new WindowCalendar(List.of(nightly(Duration.ofHours(4))), List.of()));
        var opens = night(run.now().plus(Duration.ofDays(1)));
        run.controlCenter().startsAt(StartTime.parse("NEXT_WINDOW"));
        run.start();
        run.passUntil(opens.minus(Duration.ofHours(5)));
        until(() -> !events(UpgradeState.SCHEDULED).isEmpty());

        run.workflow().pause(UpgradeRun.command("perhaps not tonight"));
        run.passUntil(opens.minus(Duration.ofHours(2)));
        assertThat(run.workflow().state()).isEqualTo(UpgradeState.PAUSED);
        run.workflow().resume(UpgradeRun.command("tonight"));

        assertThat(run.workflow().state()).isEqualTo(UpgradeState.SCHEDULED);
        assertThat(events(UpgradeState.SCHEDULED))
                .extracting(RunEvent::sentence)
                .endsWith(
                        "Resumed by anna: tonight.",
                        events(UpgradeState.SCHEDULED).get(0).sentence());
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void looksAgainAtOnceWhenWindowsChange() {
        use(2, IN_WINDOWS);
        run.controlCenter().opensIn(new WindowCalendar(List.of(), List.of()));
        run.controlCenter().startsAt(StartTime.parse("NEXT_WINDOW"));
        run.start();
        until(() -> !events(UpgradeState.SCHEDULED).isEmpty());

        run.controlCenter().opensIn(new WindowCalendar(List.of(nightly(Duration.ofHours(4))), List.of()));
        run.workflow().windowsChanged();

        until(() -> run.controlCenter().events().stream()
                .map(RunEvent::waitReason)
                .anyMatch(WaitReason.Until.class::isInstance));
        assertThat(events(UpgradeState.SCHEDULED)).hasSize(2);
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aStageThatWaitedForItsWindowIsRunningWhenItBegins() {
        use(2, IN_WINDOWS);
        run.controlCenter().opensIn(new WindowCalendar(List.of(nightly(Duration.ofHours(4))), List.of()));
        run.start();

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(events(UpgradeState.RUNNING))
                .extracting(RunEvent::sentence)
                .contains("MetaDefender Core may begin: its window is open.");
    }

    @Test
    void lookingAgainBeforeAStageStopsItUntilAPersonHasSeenToIt() {
        run.controlCenter().hinders("core-1 is not known any more.");
        run.start();
        run.pass(Duration.ofMinutes(10));
        until(() -> run.waitsForPersons().anyMatch(wait -> wait.sentence().contains("core-1 is not known any more.")));
        assertThat(run.hosts()).allSatisfy(host -> assertThat(host.done()).isEmpty());

        run.controlCenter().hinders();
        run.workflow().resume(UpgradeRun.command("it is back"));

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    private void use(int cores, Policy policy) {
        run.close();
        run = UpgradeRun.of(cores, policy);
    }

    /** Each night at 01:00 UTC. */
    private static MaintenanceWindow nightly(Duration length) {
        return new MaintenanceWindow(
                "nightly",
                ZoneId.of("Etc/UTC"),
                new Recurrence.Weekly(List.of(DayOfWeek.values()), LocalTime.of(1, 0)),
                length);
    }

    /** When the window of that day opens. */
    private static Instant night(Instant day) {
        return day.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(1));
    }

    private Instant begin(int n) {
        return run.controlCenter().events().stream()
                .filter(event -> event instanceof RunEvent.OfUnit unit
                        && unit.instance().equals(run.host(n).plan().instance())
                        && unit.state() == UnitState.DRAINING)
                .map(RunEvent::at)
                .findFirst()
                .orElseThrow();
    }

    private List<RunEvent.OfUpgrade> events(UpgradeState state) {
        return run.controlCenter().events().stream()
                .filter(RunEvent.OfUpgrade.class::isInstance)
                .map(RunEvent.OfUpgrade.class::cast)
                .filter(event -> event.state() == state)
                .toList();
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }
}

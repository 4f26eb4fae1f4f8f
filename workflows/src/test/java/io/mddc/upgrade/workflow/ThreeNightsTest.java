package io.mddc.upgrade.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.Policy.PastLimit;
import io.mddc.upgrade.plan.StartTime;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.window.Blackout;
import io.mddc.upgrade.window.MaintenanceWindow;
import io.mddc.upgrade.window.Recurrence;
import io.mddc.upgrade.window.WindowCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A system upgrade in three maintenance windows, from beginning to end, as people would read it afterwards. The committed
 * timeline is compared, so a change of what happens shows as a difference; {@code -Dwrite=true} writes it anew.
 */
@Timeout(300)
class ThreeNightsTest {
    private static final Path COMMITTED = Path.of("src", "test", "resources", "timelines", "three-nights.txt");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final String HEADER = """
            # A system upgrade of two API Gateways, five Cores and a File Storage in three maintenance windows, written by
            # ThreeNightsTest from the real workflows on skipped time. A difference means that upgrades behave differently now.
            #
            # Every night at 01:30 in Berlin a window opens for 2 h, except in the blackout from Sunday evening to Monday noon. In the
            # second night the clocks go back: 03:00 +02:00 is 02:00 +01:00, and the window closes at 02:30 +01:00, after 2 real hours.
            # A unit drains 4 min, installs 1 min, verifies 1 min, and is watched 10 min if it is the first of its stage, else
            # 5 min; before it may begin it must have 27 or 22 min left, a way back included. Anna pauses in the first night. In the
            # second core-4 has files until its drain limit of 1 h 40 min: by policy it returns to work and comes again last. File
            # Storage takes the whole system down, which needs 37 min left.
            #
            # One line is one event: local time and offset (seconds are left out), whose, its state, the sentence, and in brackets
            # until when or for whom it waits. Within a minute: the upgrade and the cluster it holds, its stages, its instances.

            """;

    private static final Map<String, Duration> TAKES = Map.of(
            "drain", Duration.ofMinutes(4),
            "awaitInstall", Duration.ofMinutes(1),
            "verify", Duration.ofMinutes(1),
            "close", Duration.ofMinutes(1),
            "stop", Duration.ofMinutes(1),
            "start", Duration.ofMinutes(1),
            "check", Duration.ofMinutes(1),
            "hook BEFORE_INSTALL", Duration.ofMinutes(1));

    private static final Policy POLICY = new Policies.Builder()
            .windowsFromLevel(0)
            .soak(Duration.ofMinutes(10), Duration.ofMinutes(5))
            .drain(Duration.ofMinutes(100), PastLimit.RETURN)
            .slices(Duration.ofMinutes(20), Duration.ofMinutes(40))
            .build();

    /** How long the next drains of core-4 take: they end with the slices of its first. */
    private final Deque<Duration> overrun =
            new ArrayDeque<>(List.of(Duration.ofMinutes(20), Duration.ofMinutes(40), Duration.ofMinutes(40)));

    @Test
    void goesOnWhereItsWindowsLetIt() throws IOException {
        try (var run = UpgradeRun.of(units(), POLICY, at("2026-10-23T16:00:00+02:00"))) {
            run.hosts().forEach(host -> host.works(verb -> work(run.time(), host, verb)));
            run.hosts().stream().filter(ThreeNightsTest::isOverrun).forEach(host -> host.drainsBy(3, 2, 2));
            var timeline = new Timeline(BERLIN, run::now);
            run.controlCenter().heardBy(timeline);
            run.controlCenter().opensIn(calendar());
            run.controlCenter().startsAt(StartTime.parse("NEXT_WINDOW"));
            run.start();

            run.passUntil(at("2026-10-24T02:05:00+02:00"));
            run.workflow().pause(UpgradeRun.command("a ticket came in"));
            run.passUntil(at("2026-10-24T02:50:00+02:00"));
            run.workflow().resume(UpgradeRun.command("it was nothing"));

            assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(run.controlCenter().holds()).containsExactly("take", "release", "take", "release", "take");
            check(HEADER + timeline.text());
        }
    }

    private static void check(String timeline) throws IOException {
        if (Boolean.getBoolean("write")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, timeline);
        }
        assertThat(timeline)
                .as("%s is old: run mvn -pl workflows test -Dtest=ThreeNightsTest -Dwrite=true", COMMITTED)
                .isEqualTo(Files.readString(COMMITTED));
    }

    private static List<UnitPlan> units() {
        var units = new ArrayList<UnitPlan>();
        for (int n = 1; n <= 2; n++) {
            units.add(unit(Component.API_GATEWAY, "gateway-" + n));
        }
        for (int n = 1; n <= 5; n++) {
            units.add(unit(Component.CORE, "core-" + n));
        }
        units.add(unit(Component.FILE_STORAGE, "storage-1"));
        return List.copyOf(units);
    }

    private static UnitPlan unit(Component component, String instance) {
        return UpgradeRun.unit(component, instance, "host-of-" + instance);
    }

    private static boolean isOverrun(FakeHost host) {
        return host.plan().instance().value().equals("core-4");
    }

    private void work(SkippedTime time, FakeHost host, String verb) {
        if (verb.equals("monitor")) {
            time.watch();
        } else {
            time.work(length(host, verb));
        }
    }

    private synchronized Duration length(FakeHost host, String verb) {
        var usual = TAKES.getOrDefault(verb, Duration.ZERO);
        return verb.equals("drain") && isOverrun(host)
                ? Optional.ofNullable(overrun.poll()).orElse(usual)
                : usual;
    }

    private static WindowCalendar calendar() {
        var nightly = new MaintenanceWindow(
                "nightly",
                BERLIN,
                new Recurrence.Weekly(List.of(DayOfWeek.values()), LocalTime.of(1, 30)),
                Duration.ofHours(2));
        var closing =
                new Blackout(at("2026-10-25T20:00:00+01:00"), at("2026-10-26T12:00:00+01:00"), "the quarter is closed");
        return new WindowCalendar(List.of(nightly), List.of(closing));
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local).toInstant();
    }
}

package io.mddc.upgrade.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.plan.Finding;
import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.StartTime;
import io.mddc.upgrade.plan.StepTimes;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.plan.UpgradePlan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** File Storage needs 20 min around it and 17 min for each unit; a Core 17 min and its soak. */
class WindowFindingsTest {
    private static final ZoneId UTC = ZoneId.of("Etc/UTC");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final StartTime NEXT_WINDOW = StartTime.parse("NEXT_WINDOW");
    private static final Policy LEVEL_2 =
            new Policies.Builder().windowsFromLevel(2).build();

    @Test
    void findsAStageThatNeedsAWindowWhereThereIsNone() {
        var findings = of(calendar(), plan(LEVEL_2, stage(Component.CORE, 3), stage(Component.FILE_STORAGE, 1)));

        assertThat(findings)
                .containsExactly(new Finding(
                        Finding.Code.NO_WINDOW_FITS,
                        "File Storage waits for a maintenance window of 37 min, and there is none.",
                        "Make a window of at least 37 min, or set windowsFromLevel to 3."));
        assertThat(Finding.Code.NO_WINDOW_FITS.blocking()).isTrue();
    }

    @Test
    void findsThatEveryWindowIsTooShortForTheWholeOfMaintenance() {
        var plan = plan(LEVEL_2, stage(Component.FILE_STORAGE, 2));

        assertThat(of(calendar(nightly(53)), plan))
                .extracting(Finding::sentence)
                .containsExactly(
                        "File Storage waits for a maintenance window of 54 min, and none that opens within 731 days"
                                + " lasts as long.");
        assertThat(of(calendar(nightly(54)), plan)).isEmpty();
    }

    @Test
    void findsAWindowThatIsLongEnoughForTheFirstUnitAlone() {
        var policy = new Policies.Builder()
                .windowsFromLevel(0)
                .soak(Duration.ofMinutes(2), Duration.ofMinutes(10))
                .build();

        assertThat(of(calendar(nightly(20)), plan(policy, stage(Component.CORE, 1))))
                .isEmpty();
        assertThat(of(calendar(nightly(20)), plan(policy, stage(Component.CORE, 2))))
                .hasSize(1);
        assertThat(of(calendar(nightly(27)), plan(policy, stage(Component.CORE, 2))))
                .isEmpty();
    }

    @Test
    void findsThatWhatWaitsForTheNextWindowWaitsForEver() {
        var plan = plan(Policies.DEFAULT, stage(Component.CORE, 1), stage(Component.FILE_STORAGE, 1));

        assertThat(new WindowFindings(calendar(), NOW, component -> StepTimes.NONE).of(plan, NEXT_WINDOW))
                .containsExactly(new Finding(
                        Finding.Code.NO_WINDOW_FITS,
                        "MetaDefender Core waits for a maintenance window of 18 min, and there is none.",
                        "Make a window of at least 18 min, or start it NOW or at an instant."));
        assertThat(of(calendar(), plan)).isEmpty();
    }

    @Test
    void looksFromItsStartOn() {
        var once = new MaintenanceWindow(
                "once", UTC, new Recurrence.Once(LocalDateTime.parse("2026-11-23T01:00")), Duration.ofHours(2));
        var plan = plan(LEVEL_2, stage(Component.FILE_STORAGE, 1));
        var findings = new WindowFindings(calendar(once), NOW, component -> StepTimes.NONE);

        assertThat(findings.of(plan, StartTime.parse("2026-11-23T00:00:00Z"))).isEmpty();
        assertThat(findings.of(plan, StartTime.parse("2026-11-23T02:30:00Z"))).hasSize(1);
    }

    private static List<Finding> of(WindowCalendar calendar, UpgradePlan plan) {
        return new WindowFindings(calendar, NOW, component -> StepTimes.NONE).of(plan, StartTime.NOW);
    }

    private static WindowCalendar calendar(MaintenanceWindow... windows) {
        return new WindowCalendar(List.of(windows), List.of());
    }

    private static MaintenanceWindow nightly(int minutes) {
        return new MaintenanceWindow(
                "nightly",
                UTC,
                new Recurrence.Weekly(List.of(DayOfWeek.values()), LocalTime.of(1, 0)),
                Duration.ofMinutes(minutes));
    }

    private static UpgradePlan plan(Policy policy, StagePlan... stages) {
        return new UpgradePlan(Arrays.asList(stages), List.of(), policy);
    }

    private static StagePlan stage(Component component, int units) {
        var target = new PackageFile(
                new Sha256("b".repeat(64)),
                1000,
                component,
                "md-core",
                new Version("5.17.0-1"),
                "amd64",
                PackageFormat.DEB);
        return new StagePlan(
                component,
                target.version(),
                0,
                IntStream.rangeClosed(1, units)
                        .mapToObj(n -> new UnitPlan(
                                new InstanceId("unit-" + n),
                                new HostId("host-" + n),
                                new Version("5.16.0-1"),
                                target,
                                Optional.empty(),
                                Set.of()))
                        .toList());
    }
}

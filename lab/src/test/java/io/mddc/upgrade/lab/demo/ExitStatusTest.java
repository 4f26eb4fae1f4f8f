package io.mddc.upgrade.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.lab.ledger.Balance;
import io.mddc.upgrade.lab.ledger.Discrepancy;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.UnitState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExitStatusTest {
    private static final Balance CLOSED = new Balance(10, 10, 0, 0, 0, 0, 0, 0, 0, List.of());

    @Test
    void isZeroWhenItSucceededAndTheBooksClose() {
        assertThat(ExitStatus.of(DemoReportTest.report(), CLOSED)).isEqualTo(new ExitStatus(0, List.of()));
    }

    @Test
    void isThreeWhenTheUpgradeEndedOtherwiseButSafely() {
        assertThat(ExitStatus.of(
                        with(
                                Optional.of(Outcome.PARTIAL),
                                DemoReportTest.report().units()),
                        CLOSED))
                .isEqualTo(new ExitStatus(3, List.of("the upgrade ended PARTIAL")));
    }

    @Test
    void isOneWhenAFileWasLostOrFailedByTheUpgrade() {
        assertThat(with(new Balance(10, 9, 0, 0, 0, 0, 1, 0, 0, List.of())).reasons())
                .containsExactly("1 files were lost");
        assertThat(with(new Balance(10, 8, 2, 2, 0, 0, 0, 0, 0, List.of())))
                .isEqualTo(new ExitStatus(1, List.of("2 files were failed by the upgrade")));
        assertThat(with(new Balance(10, 8, 2, 0, 0, 2, 0, 0, 0, List.of())).code())
                .isZero();
    }

    @Test
    void isOneWhenTheBooksDoNotClose() {
        var unknown = new Discrepancy(Discrepancy.Kind.UNKNOWN_TO_CLIENT, "a");

        assertThat(with(new Balance(10, 10, 0, 0, 0, 0, 0, 0, 0, List.of(unknown))))
                .isEqualTo(new ExitStatus(1, List.of("the books do not close")));
    }

    @Test
    void isOneWhenAnUpgradedUnitWasInstalledTwiceOrRunsSomethingElse() {
        var unit = DemoReportTest.report().units().get(0);
        var twice = new DemoReport.Unit(
                unit.instance(),
                unit.component(),
                unit.from(),
                unit.to(),
                Optional.of("5.16.0"),
                Optional.of(UnitState.UPGRADED),
                2,
                unit.filesAtIsolation(),
                unit.steps(),
                unit.floorSeconds(),
                unit.overheadSeconds());

        assertThat(ExitStatus.of(with(Optional.of(Outcome.SUCCEEDED), List.of(twice)), CLOSED))
                .isEqualTo(
                        new ExitStatus(1, List.of("core-1 was installed 2 times", "core-1 runs 5.16.0, not 5.17.0")));
    }

    private static ExitStatus with(Balance balance) {
        var report = DemoReportTest.report();
        return ExitStatus.of(
                new DemoReport(
                        report.engine(),
                        report.scenario(),
                        report.seed(),
                        report.outcome(),
                        DemoReport.Files.of(balance),
                        report.requests(),
                        report.impact(),
                        report.units(),
                        report.kills(),
                        report.minActive(),
                        report.settingsFrozen(),
                        report.orphanIsolations(),
                        report.durationSeconds()),
                balance);
    }

    private static DemoReport with(Optional<Outcome> outcome, List<DemoReport.Unit> units) {
        var report = DemoReportTest.report();
        return new DemoReport(
                report.engine(),
                report.scenario(),
                report.seed(),
                outcome,
                report.files(),
                report.requests(),
                report.impact(),
                units,
                report.kills(),
                Map.of(Component.CORE, 2),
                report.settingsFrozen(),
                report.orphanIsolations(),
                report.durationSeconds());
    }
}

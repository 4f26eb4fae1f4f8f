package io.mddc.upgrade.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.lab.ledger.Balance;
import io.mddc.upgrade.lab.ledger.Discrepancy;
import io.mddc.upgrade.run.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitStatusTest {
    private static final Balance CLOSED = new Balance(10, 10, 0, 0, 0, 0, 0, 0, 0, 0, List.of());

    @Test
    void isZeroWhenItSucceededAndTheBooksClose() {
        assertThat(ExitStatus.of(new Seen(DemoReportTest.report(), CLOSED, Map.of(Component.CORE, 2), List.of())))
                .isEqualTo(new ExitStatus(0, List.of()));
    }

    @Test
    void isThreeWhenTheUpgradeEndedOtherwiseButSafely() {
        assertThat(ExitStatus.of(new Seen(
                        with(
                                Optional.of(Outcome.PARTIAL),
                                DemoReportTest.report().units()),
                        CLOSED,
                        Map.of(Component.CORE, 2),
                        List.of())))
                .isEqualTo(new ExitStatus(3, List.of("the upgrade ended PARTIAL")));
    }

    @Test
    void isOneWhenAFileWasLostOrFailedByTheUpgrade() {
        assertThat(with(new Balance(10, 9, 0, 0, 0, 0, 1, 0, 0, 0, List.of())).reasons())
                .containsExactly("1 files were lost");
        assertThat(with(new Balance(10, 8, 2, 2, 0, 0, 0, 0, 0, 0, List.of())))
                .isEqualTo(new ExitStatus(1, List.of("2 files were failed by the upgrade")));
        assertThat(with(new Balance(10, 8, 2, 0, 0, 2, 0, 0, 0, 0, List.of())).code())
                .isZero();
    }

    @Test
    void isOneWhenTheBooksDoNotClose() {
        var unknown = new Discrepancy(Discrepancy.Kind.UNKNOWN_TO_CLIENT, "a");

        assertThat(with(new Balance(10, 10, 0, 0, 0, 0, 0, 0, 0, 0, List.of(unknown))))
                .isEqualTo(new ExitStatus(1, List.of("the books do not close")));
    }

    @Test
    void isOneWhenAUnitIsNotAsTheUpgradeSays() {
        var unit = DemoReportTest.report().units().get(0);
        var report = with(Optional.of(Outcome.SUCCEEDED), List.of(UnitCheckTest.with(unit, "5.16.0", unit.steps())));

        assertThat(ExitStatus.of(new Seen(report, CLOSED, Map.of(Component.CORE, 0), List.of())))
                .isEqualTo(new ExitStatus(1, List.of("core-1 runs 5.16.0, not 5.17.0")));
    }

    @Test
    void isOneWhenAPackageDatabaseIsLeftBroken() {
        var broken = List.of("the package database of host-b is not consistent: md-core is half configured");

        assertThat(ExitStatus.of(new Seen(DemoReportTest.report(), CLOSED, Map.of(Component.CORE, 2), broken)))
                .isEqualTo(new ExitStatus(1, broken));
    }

    @Test
    void isOneWhenFewerTookWorkThanHadTo() {
        var report = DemoReportTest.report();

        assertThat(ExitStatus.of(new Seen(report, CLOSED, Map.of(Component.CORE, 2), List.of()))
                        .code())
                .isZero();
        assertThat(ExitStatus.of(new Seen(report, CLOSED, Map.of(Component.CORE, 3), List.of())))
                .isEqualTo(new ExitStatus(1, List.of("only 2 of CORE took work at some moment, at least 3 must")));
    }

    @ParameterizedTest
    @CsvSource({
        // component, submissions, keys, sign-ins, exit
        "CORE, 0, 0, 0, 0",
        "CORE, 1, 0, 0, 1",
        "CORE, 0, 1, 0, 1",
        "CORE, 0, 0, 1, 1",
        "API_GATEWAY, 7, 0, 3, 0",
        "API_GATEWAY, 0, 1, 0, 1",
        "IDENTITY_SERVICE, 0, 4, 0, 0",
        "FILE_STORAGE, 7, 0, 0, 0",
        "FILE_STORAGE, 0, 1, 0, 1",
        "FILE_STORAGE, 0, 0, 1, 1"
    })
    void isOneWhenClientsNoticedMoreThanTheLevelOfTheComponentAllows(
            Component component, int submissions, int keys, int signIns, int exit) {
        var impact = new DemoReport.Impact(
                component, component.impact().level(), submissions, 0, 0, keys, 0, Optional.of(signIns), 0.4);

        assertThat(ExitStatus.of(new Seen(with(impact), CLOSED, Map.of(Component.CORE, 2), List.of()))
                        .code())
                .isEqualTo(exit);
    }

    @Test
    void isOneWhenARequestFailedWhileTheSystemWasClosed() {
        var impact = new DemoReport.Impact(Component.FILE_STORAGE, 2, 300, 0, 40, 0, 1, Optional.of(0), 20);

        assertThat(ExitStatus.of(new Seen(with(impact), CLOSED, Map.of(Component.CORE, 2), List.of()))
                        .code())
                .isEqualTo(1);
    }

    @Test
    void saysWhatClientsNoticed() {
        var impact = new DemoReport.Impact(Component.CORE, 0, 3, 2, 1, 0, 0, Optional.of(4), 0.4);

        assertThat(ExitStatus.of(new Seen(with(impact), CLOSED, Map.of(Component.CORE, 2), List.of()))
                        .reasons())
                .containsExactly("clients noticed more of the upgrade of MetaDefender Core than its level 0 allows:"
                        + " 3 submissions, 2 results, 1 downloads, 0 keys, 4 sign-ins missed");
    }

    private static DemoReport with(DemoReport.Impact impact) {
        var report = DemoReportTest.report();
        return new DemoReport(
                report.engine(),
                report.scenario(),
                report.seed(),
                report.outcome(),
                report.files(),
                report.requests(),
                List.of(impact),
                report.units(),
                report.kills(),
                report.emergencyStops(),
                report.minActive(),
                report.settingsFrozen(),
                report.settingsThawed(),
                report.orphanIsolations(),
                report.processesKept(),
                report.maintenance(),
                report.etas(),
                report.durationSeconds());
    }

    private static ExitStatus with(Balance balance) {
        var report = DemoReportTest.report();
        return ExitStatus.of(new Seen(
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
                        report.emergencyStops(),
                        report.minActive(),
                        report.settingsFrozen(),
                        report.settingsThawed(),
                        report.orphanIsolations(),
                        report.processesKept(),
                        report.maintenance(),
                        report.etas(),
                        report.durationSeconds()),
                balance,
                Map.of(Component.CORE, 2),
                List.of()));
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
                report.emergencyStops(),
                Map.of(Component.CORE, 2),
                report.settingsFrozen(),
                report.settingsThawed(),
                report.orphanIsolations(),
                report.processesKept(),
                report.maintenance(),
                report.etas(),
                report.durationSeconds());
    }
}

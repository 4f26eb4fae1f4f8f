package io.mddc.upgrade.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.lab.demo.DemoReport.StepSpan;
import io.mddc.upgrade.lab.demo.DemoReport.Unit;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnitCheckTest {
    private static final Unit UPGRADED = DemoReportTest.report().units().get(0);

    @Test
    void findsNothingWhereAllIsAsItIsSaid() {
        assertThat(UnitCheck.broken(UPGRADED)).isEmpty();
    }

    @Test
    void findsAnUpgradedUnitThatRunsSomethingElse() {
        assertThat(UnitCheck.broken(with(UPGRADED, "5.16.0", UPGRADED.steps())))
                .containsExactly("core-1 runs 5.16.0, not 5.17.0");
    }

    @Test
    void findsAnUpgradedUnitThatWasInstalledTwice() {
        assertThat(UnitCheck.broken(with(UPGRADED, UnitState.UPGRADED, 2)))
                .containsExactly("core-1 was installed 2 times");
    }

    @Test
    void oneThatWentBackAndWasBegunAnewMayHaveBeenInstalledOnceMore() {
        var steps = new ArrayList<>(UPGRADED.steps());
        steps.add(new StepSpan(Step.WAY_BACK, steps.get(0).begin(), steps.get(0).end()));

        assertThat(UnitCheck.broken(with(with(UPGRADED, UnitState.UPGRADED, 2), "5.17.0", steps)))
                .isEmpty();
        assertThat(UnitCheck.broken(with(with(UPGRADED, UnitState.UPGRADED, 3), "5.17.0", steps)))
                .containsExactly("core-1 was installed 3 times");
    }

    @Test
    void findsAStepThatTheReportOfAnUpgradedUnitLacks() {
        var steps = UPGRADED.steps().stream()
                .filter(span -> span.step() != Step.INSTALL)
                .toList();

        assertThat(UnitCheck.broken(with(UPGRADED, "5.17.0", steps)))
                .containsExactly("core-1 has no INSTALL step in the report");
    }

    @Test
    void findsAStepOfAnUpgradedUnitThatHasNoEnd() {
        var steps = UPGRADED.steps().stream()
                .map(span ->
                        span.step() == Step.VERIFY ? new StepSpan(span.step(), span.begin(), Optional.empty()) : span)
                .toList();

        assertThat(UnitCheck.broken(with(UPGRADED, "5.17.0", steps)))
                .containsExactly("core-1 has no end of its VERIFY step in the report");
    }

    @Test
    void findsAUnitThatWentBackAndDoesNotRunWhatItHad() {
        var back = with(UPGRADED, UnitState.ROLLED_BACK, 1);

        assertThat(UnitCheck.broken(back)).containsExactly("core-1 runs 5.17.0, not 5.16.0");
        assertThat(UnitCheck.broken(with(back, "5.16.0", List.of()))).isEmpty();
    }

    @Test
    void asksNothingOfAUnitThatWasHandedToAPerson() {
        assertThat(UnitCheck.broken(with(UPGRADED, UnitState.FAILED, 0))).isEmpty();
    }

    static Unit with(Unit unit, String running, List<StepSpan> steps) {
        return new Unit(
                unit.instance(),
                unit.component(),
                unit.from(),
                unit.to(),
                Optional.of(running),
                unit.end(),
                unit.installs(),
                unit.filesAtIsolation(),
                steps,
                unit.floorSeconds(),
                unit.overheadSeconds(),
                unit.outageSeconds());
    }

    private static Unit with(Unit unit, UnitState end, int installs) {
        return new Unit(
                unit.instance(),
                unit.component(),
                unit.from(),
                unit.to(),
                unit.running(),
                Optional.of(end),
                installs,
                unit.filesAtIsolation(),
                unit.steps(),
                unit.floorSeconds(),
                unit.overheadSeconds(),
                unit.outageSeconds());
    }
}

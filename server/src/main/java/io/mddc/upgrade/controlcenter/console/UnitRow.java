package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.controlcenter.upgrades.UpgradeView;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One instance as a row: who, where, which version, the five steps, and what is to be said.
 *
 * @param version the new one when the unit is through, until then the one it had
 * @param step the one it is in; empty between steps and at an end
 * @param eta when it will probably be over; empty when nobody can say, and once it is
 * @param steps one cell per step, in their order; empty for one that has not begun
 */
public record UnitRow(
        String instance,
        String host,
        String version,
        String state,
        String step,
        List<Optional<Cell>> steps,
        String remark,
        String eta) {
    private static final Set<UnitState> BAD_ENDS = EnumSet.of(UnitState.FAILED, UnitState.SKIPPED, UnitState.CANCELLED);

    public UnitRow {
        steps = List.copyOf(steps);
    }

    /**
     * A step that has begun.
     *
     * @param span from when to when
     * @param since when it began, of one that still runs; empty afterwards
     */
    public record Cell(String step, Mark mark, String length, String span, String since) {}

    static UnitRow of(UpgradeView.UnitView unit, Moments moments) {
        return new UnitRow(
                unit.instance().toString(),
                unit.host().toString(),
                (unit.state() == UnitState.UPGRADED ? unit.to() : unit.from()).toString(),
                unit.state().name(),
                unit.step().map(Enum::name).orElse(""),
                Step.ofUnits().stream().map(step -> cell(unit, step, moments)).toList(),
                remark(unit),
                unit.eta()
                        .filter(eta -> eta.expected().isPresent())
                        .map(moments::eta)
                        .orElse(""));
    }

    private static Optional<Cell> cell(UpgradeView.UnitView unit, Step step, Moments moments) {
        return unit.steps().stream()
                .filter(span -> span.step() == step)
                .map(span -> new Cell(
                        title(step),
                        mark(unit, span),
                        Moments.length(span.begin(), span.end().orElse(moments.now())),
                        moments.clock(span.begin()) + " – "
                                + span.end().map(moments::clock).orElse(""),
                        span.end().isPresent() ? "" : span.begin().toString()))
                .findFirst();
    }

    private static Mark mark(UpgradeView.UnitView unit, UpgradeView.StepView span) {
        var last = unit.steps().get(unit.steps().size() - 1);
        if (BAD_ENDS.contains(unit.state()) && span.equals(last)) {
            return Mark.BAD;
        }
        return span.end().isPresent() ? Mark.DONE : Mark.RUNNING;
    }

    /** A wait says what it waits for; an end that is not the wanted one says why. */
    private static String remark(UpgradeView.UnitView unit) {
        var waits = unit.waitReason();
        return Stream.of(
                        waits.sentence() + UpgradeScreen.may(waits),
                        unit.state() == UnitState.UPGRADED ? "" : unit.sentence())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** {@code Drain} of {@code DRAIN}. */
    static String title(Step step) {
        return step.name().charAt(0)
                + step.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

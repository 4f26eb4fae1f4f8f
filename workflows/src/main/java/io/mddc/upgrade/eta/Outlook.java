package io.mddc.upgrade.eta;

import static java.util.stream.Collectors.toMap;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.eta.UpgradeEta.StageEta;
import io.mddc.upgrade.plan.StepTimes;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.slots.Slots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The forecast of an upgrade:
 *
 * <ol>
 *   <li>the stages that are left are rehearsed one after the other, from where their units are, many times, each time with other
 *       step times out of those that were seen;
 *   <li>the middle of the ends is what is expected; of ten rehearsals one ends before the earliest, one after the latest;
 *   <li>at the first stage that waits for what nobody can guess the numbers end: from there on its reason is said instead. Of it
 *       only units in work, which depend on nobody, still have numbers.
 * </ol>
 */
public final class Outlook {
    private static final int REHEARSALS = 51;
    private static final int FEWEST = 11;
    private static final int UNITS_OF_ALL = 2_000;

    private final Course course;
    private final Function<Component, StepTimes> before;
    private final Obstacles obstacles;
    private final int rehearsals;
    private final List<StageEta> told = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();
    private Optional<Eta> blocked;
    /** Of the next stage, one in each rehearsal. */
    private List<Instant> begins;

    private Outlook(Course course, Function<Component, StepTimes> before) {
        this.course = course;
        this.before = before;
        this.obstacles = new Obstacles(course);
        int left = course.stages().stream().mapToInt(Outlook::left).sum();
        this.rehearsals = Math.max(FEWEST, Math.min(REHEARSALS, UNITS_OF_ALL / Math.max(1, left)));
        this.blocked = course.obstacle();
        this.begins = Collections.nCopies(rehearsals, course.now());
    }

    /**
     * @param before how long steps of a component took before this upgrade
     */
    public static UpgradeEta of(Course course, Function<Component, StepTimes> before) {
        return new Outlook(course, before).forecast();
    }

    private UpgradeEta forecast() {
        course.stages().stream().filter(stage -> !isOver(stage)).forEach(this::add);
        return new UpgradeEta(whole(), told);
    }

    private void add(StageNow stage) {
        blocked = blocked.isPresent() ? blocked : obstacles.of(stage);
        if (blocked.isPresent() && !told.isEmpty()) {
            told.add(unknown(stage, blocked.get()));
            return;
        }
        var outlook = rehearse(stage);
        blocked = blocked.isPresent() ? blocked : late(outlook);
        begins = outlook.ends();
        sources.add(stage.component().title() + " " + outlook.source());
        told.add(told(outlook));
    }

    private Eta whole() {
        if (blocked.isPresent() || told.isEmpty()) {
            return blocked.orElseGet(() -> Eta.unknown("every unit is over: the upgrade is ending"));
        }
        var end = told.get(told.size() - 1).whole();
        var sentence = sources.size() == 1 ? end.sentence() : String.join("; ", sources);
        return new Eta(end.expected(), end.earliest(), end.latest(), sentence);
    }

    private StageOutlook rehearse(StageNow stage) {
        var times = new StageTimes(stage, course.policy(), before.apply(stage.component()));
        var outlook = new StageOutlook(stage, times.sentence(), rehearsals);
        for (int number = 0; number < begins.size(); number++) {
            var lengths = new DrawnLengths(number, stage, times, course.now());
            var closing = new Closing(course, stage, times.maintenance(), lengths.share());
            var begin = begins.get(number);
            var ends =
                    new StageRehearsal(stage, rules(stage), times, lengths).run(begin, closing.opens(begin, lengths));
            outlook.add(ends);
            if (ends.size() == left(stage)) {
                outlook.add(closing.reopens(lastOf(stage, ends)));
            }
        }
        return outlook;
    }

    private Instant lastOf(StageNow stage, Map<InstanceId, Instant> ends) {
        return Stream.concat(ends.values().stream(), stage.units().stream().flatMap(unit -> unit.over().stream()))
                .max(Comparator.naturalOrder())
                .orElse(course.now());
    }

    private Slots.Rules rules(StageNow stage) {
        var policy = course.policy();
        int budget = policy.failureBudget().of(stage.units().size()) - course.failuresBefore(stage);
        return new Slots.Rules(
                policy.concurrency(),
                stage.plan().minimumActive(),
                budget,
                obstacles.isApprovalAhead(stage),
                UnitState.UPGRADED);
    }

    /** What only the times show to be in its way. */
    private Optional<Eta> late(StageOutlook outlook) {
        var stage = outlook.stage();
        return outlook.whole()
                .map(end -> obstacles.ofWindow(
                        stage,
                        before.apply(stage.component()),
                        begins.get(begins.size() / 2),
                        end.expected().orElseThrow()))
                .orElseGet(() -> Optional.of(obstacles.never(stage)));
    }

    private StageEta told(StageOutlook outlook) {
        var component = outlook.stage().component();
        return blocked.map(why -> new StageEta(
                        component,
                        why,
                        outlook.units(
                                unit -> unit.state().isInWork()
                                        && unit.obstacle().isEmpty(),
                                why)))
                .orElseGet(() -> {
                    var whole = outlook.whole().orElseThrow();
                    return new StageEta(component, whole, outlook.units(any -> true, whole));
                });
    }

    private static StageEta unknown(StageNow stage, Eta blocked) {
        var units = stage.units().stream().collect(toMap(UnitNow::instance, any -> blocked));
        return new StageEta(stage.component(), blocked, units);
    }

    /** Its units are, and gateways accept files again. */
    private boolean isOver(StageNow stage) {
        boolean isLastBegun = course.stages().stream()
                .dropWhile(other -> other.component() != stage.component())
                .skip(1)
                .allMatch(
                        other -> other.count(UnitState.PENDING) == other.units().size());
        boolean isClosed = course.policy().needsMaintenance(stage.component())
                && isLastBegun
                && course.bracket().isIn(MaintenancePhase.CLOSED, MaintenancePhase.OPENING);
        return stage.isOver() && !isClosed;
    }

    private static int left(StageNow stage) {
        return (int) stage.units().stream().filter(unit -> !unit.isOver()).count();
    }
}

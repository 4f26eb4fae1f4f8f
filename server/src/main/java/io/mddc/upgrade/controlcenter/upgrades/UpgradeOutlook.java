package io.mddc.upgrade.controlcenter.upgrades;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.upgrades.StepTimeDao.Taken;
import io.mddc.upgrade.eta.Outlook;
import io.mddc.upgrade.eta.UpgradeEta;
import io.mddc.upgrade.plan.ClusterView;
import io.mddc.upgrade.plan.StepTimes;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.window.WindowCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * When upgrades will probably be over, and what was said of that before. Nothing of it is kept: it follows from the run log, so
 * what is said now of a former moment is what was said then, but for the windows, which may have been changed.
 */
final class UpgradeOutlook {
    private static final int LATEST_STEPS = 500;
    private static final int ALL_LINES = 1_000_000;

    /** Of an upgrade of many units not each end is told. */
    private static final int MOST_TOLD = 20;

    private final Clock clock;
    private final PlanDao plans;
    private final EventDao events;
    private final StepTimeDao stepTimes;
    private final Courses courses;
    private volatile Optional<Known> latest = Optional.empty();

    UpgradeOutlook(Jdbi jdbi, Clock clock, Supplier<WindowCalendar> windows, Supplier<ClusterView> cluster) {
        this.clock = clock;
        this.plans = jdbi.onDemand(PlanDao.class);
        this.events = jdbi.onDemand(EventDao.class);
        this.stepTimes = jdbi.onDemand(StepTimeDao.class);
        this.courses = new Courses(jdbi.onDemand(CommandDao.class), windows, cluster);
    }

    /** What was made of these lines a moment ago; of many units it is much work, and holds for longer. */
    private record Known(String upgrade, long seq, Instant at, UpgradeEta eta) {
        private static final Duration LEAST = Duration.ofSeconds(2);
        private static final Duration MOMENT = Duration.ofMillis(100);

        boolean isOf(UpgradeId id, long last, Instant now) {
            var holds = at.plus(LEAST)
                    .plus(MOMENT.multipliedBy(eta.stages().stream()
                            .mapToInt(stage -> stage.units().size())
                            .sum()));
            return upgrade.equals(id.value()) && seq == last && !now.isBefore(at) && now.isBefore(holds);
        }
    }

    /** Empty when it has ended, and until it runs: whoever starts one is not kept waiting for it. */
    Optional<UpgradeEta> of(UpgradeRow row) {
        if (row.hasEnded() || row.state() == UpgradeState.STARTING) {
            return Optional.empty();
        }
        var now = clock.instant();
        long last =
                events.listNewest(row.id(), 1).stream().mapToLong(EventRow::seq).sum();
        var known = latest.filter(before -> before.isOf(row.id(), last, now))
                .orElseGet(() -> new Known(row.id().value(), last, now, forecast(row, now)));
        latest = Optional.of(known);
        return Optional.of(known.eta());
    }

    private UpgradeEta forecast(UpgradeRow row, Instant now) {
        var replay = new Replay();
        events.list(row.id(), 0, ALL_LINES).forEach(replay::add);
        var course = courses.of(row, plans.listStages(row.id()), replay, now);
        return Outlook.of(course, before(row));
    }

    /** At the end of each unit but the last, a few of them when there are many; empty while it has not ended. */
    List<ToldForecast> told(UpgradeRow row) {
        var lines = row.endedAt().isPresent() ? events.list(row.id(), 0, ALL_LINES) : List.<EventRow>of();
        var stages = plans.listStages(row.id());
        int units =
                stages.stream().mapToInt(stage -> stage.plan().units().size()).sum();
        int every = Math.max(1, (units + MOST_TOLD - 1) / MOST_TOLD);
        var replay = new Replay();
        var told = new ArrayList<ToldForecast>();
        for (var line : lines) {
            int before = replay.over();
            replay.add(line);
            boolean isEnd =
                    line.state().filter(state -> isUnitsEnd(line, state)).isPresent() && replay.over() > before;
            if (isEnd && replay.over() < units && replay.over() % every == 0) {
                told.add(told(row, stages, replay, line));
            }
        }
        return told;
    }

    private ToldForecast told(UpgradeRow row, List<StageRow> stages, Replay replay, EventRow line) {
        var course = courses.of(row, stages, replay, line.recordedAt());
        var eta = Outlook.of(course, before(row)).whole();
        var truth = new ToldForecast.Truth(
                replay.began().orElse(row.startedAt()), row.endedAt().orElseThrow());
        return ToldForecast.of(replay.over(), line, eta, truth);
    }

    private static boolean isUnitsEnd(EventRow line, String state) {
        return line.subject() == EventRow.Subject.UNIT
                && UnitState.valueOf(state).isEnd();
    }

    private Function<Component, StepTimes> before(UpgradeRow row) {
        return component ->
                new StepTimes(stepTimes.listLatestBefore(component, row.id(), row.startedAt(), LATEST_STEPS).stream()
                        .collect(groupingBy(Taken::step, mapping(Taken::duration, toList()))));
    }
}

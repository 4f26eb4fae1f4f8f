package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.eta.Course;
import io.mddc.upgrade.eta.Eta;
import io.mddc.upgrade.eta.StageNow;
import io.mddc.upgrade.eta.UnitNow;
import io.mddc.upgrade.plan.ClusterView;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.WaitReason;
import io.mddc.upgrade.window.WindowCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts together how far an upgrade was at a moment. */
record Courses(CommandDao commands, Supplier<WindowCalendar> windows, Supplier<ClusterView> cluster) {
    Course of(UpgradeRow row, List<StageRow> stages, Replay replay, Instant at) {
        return new Course(
                row.policy(),
                stages.stream().map(stage -> stage(stage.plan(), replay)).toList(),
                replay.bracket(),
                windows.get(),
                turned(row, at).or(() -> obstacle(row, replay)),
                at);
    }

    private StageNow stage(StagePlan plan, Replay replay) {
        var units = plan.units().stream().map(unit -> unit(unit, replay)).toList();
        // With units in work it waits for them, whoever is named.
        boolean isInWork = units.stream().anyMatch(unit -> unit.state().isInWork());
        var obstacle = isInWork ? Optional.<String>empty() : person(replay.stage(plan.component()));
        return new StageNow(plan, units, others(plan), obstacle);
    }

    private static UnitNow unit(UnitPlan plan, Replay replay) {
        var story = replay.unit(plan.instance());
        return new UnitNow(plan, story.state(), story.inOrder(), person(story.waits()));
    }

    private int others(StagePlan plan) {
        var own = plan.units().stream().map(UnitPlan::instance).toList();
        return (int) cluster.get().of(plan.component()).stream()
                .filter(instance -> instance.isActive() && !own.contains(instance.id()))
                .count();
    }

    private Optional<Eta> turned(UpgradeRow row, Instant at) {
        return commands.listTurns(row.id()).stream()
                .filter(command -> !command.acceptedAt().isAfter(at))
                .findFirst()
                .map(command -> Eta.unknown("it was told to " + word(command.action())));
    }

    private static String word(String action) {
        return action.equals("abort") ? "stop" : "go back";
    }

    private static Optional<Eta> obstacle(UpgradeRow row, Replay replay) {
        return switch (replay.state()) {
            case SCHEDULED -> Optional.of(scheduled(row, replay.waits()));
            case PAUSED, PAUSING, AWAITING_APPROVAL, RUNNING ->
                person(replay.waits()).map(Eta::unknown);
            case STARTING -> row.startTime().at().map(begin -> Eta.notBefore(begin, "it begins then"));
            case ENDING, ENDED -> Optional.empty();
        };
    }

    private static Eta scheduled(UpgradeRow row, WaitReason waits) {
        return waits instanceof WaitReason.Until until
                ? Eta.notBefore(until.deadline(), "it waits for its time")
                : row.startTime()
                        .at()
                        .map(begin -> Eta.notBefore(begin, "it waits for its time"))
                        .orElseGet(() -> Eta.unknown("it waits for its time"));
    }

    private static Optional<String> person(WaitReason waits) {
        return waits instanceof WaitReason.ForPerson person
                ? Optional.of("it waits for " + person.person() + ": " + person.sentence())
                : Optional.empty();
    }
}

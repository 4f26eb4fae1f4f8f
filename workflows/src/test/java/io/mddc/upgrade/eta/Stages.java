package io.mddc.upgrade.eta;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.eta.UnitNow.StepNow;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.StepTimes;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.window.WindowCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stages for tests: a unit is told by the seconds at which its steps began, and the state it is in. */
final class Stages {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final WindowCalendar NO_WINDOWS = new WindowCalendar(List.of(), List.of());

    private Stages() {}

    static Instant at(long second) {
        return NOON.plusSeconds(second);
    }

    static UnitPlan plan(Component component, String instance, String host) {
        var target = new PackageFile(
                new Sha256("b".repeat(64)), 1000, component, "md", new Version("2.0-1"), "amd64", PackageFormat.DEB);
        return new UnitPlan(new InstanceId(instance), new HostId(host), new Version("1.0-1"), target, Optional.empty());
    }

    /** A unit that has not begun. */
    static UnitNow pending(Component component, String instance) {
        return new UnitNow(
                plan(component, instance, "host-of-" + instance), UnitState.PENDING, List.of(), Optional.empty());
    }

    /** One whose steps began at these seconds; at an end the last second is that of the end. */
    static UnitNow unit(Component component, String instance, UnitState state, long... seconds) {
        var steps = new ArrayList<StepNow>();
        int begun = state.isEnd() ? seconds.length - 1 : seconds.length;
        for (int i = 0; i < begun; i++) {
            var end = i + 1 < seconds.length ? Optional.of(at(seconds[i + 1])) : Optional.<Instant>empty();
            steps.add(new StepNow(Step.ofUnits().get(i), at(seconds[i]), end));
        }
        return new UnitNow(plan(component, instance, "host-of-" + instance), state, steps, Optional.empty());
    }

    static StageNow stage(Component component, int minimum, UnitNow... units) {
        var plans = List.of(units).stream().map(UnitNow::plan).toList();
        var plan = new StagePlan(component, new Version("2.0-1"), minimum, plans);
        return new StageNow(plan, List.of(units), 0, Optional.empty());
    }

    static Course course(Policy policy, long second, StageNow... stages) {
        return new Course(policy, List.of(stages), Course.Bracket.NONE, NO_WINDOWS, Optional.empty(), at(second));
    }

    static UpgradeEta eta(Course course) {
        return Outlook.of(course, any -> StepTimes.NONE);
    }
}

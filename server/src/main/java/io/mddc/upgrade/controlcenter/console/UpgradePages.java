package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.run.WaitReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the pages read; whoever wires the control center says where from. */
public interface UpgradePages {
    /** Newest first. */
    List<Upgrade> list(int limit);

    Optional<Upgrade> find(UpgradeId id);

    /** The run log, newest first. */
    List<Event> events(UpgradeId id, int limit);

    /**
     * One upgrade.
     *
     * @param webUi where its workflow is looked at; empty when the engine has no Web UI
     */
    record Upgrade(
            UpgradeId id,
            UpgradeState state,
            Optional<Outcome> outcome,
            String sentence,
            WaitReason waitReason,
            String startedBy,
            Instant startedAt,
            Optional<Instant> endedAt,
            String webUi,
            List<Finding> findings,
            List<Stage> stages) {
        public Upgrade {
            findings = List.copyOf(findings);
            stages = List.copyOf(stages);
        }
    }

    /** Something the planner noticed. */
    record Finding(String sentence, String cure) {}

    /** All instances of one component. */
    record Stage(Component component, Version target, int minimumActive, List<Unit> units) {
        public Stage {
            units = List.copyOf(units);
        }
    }

    /** One instance; {@code steps} are those it has begun, in their order. */
    record Unit(
            InstanceId instance,
            HostId host,
            Version from,
            Version to,
            UnitState state,
            String sentence,
            WaitReason waitReason,
            List<StepSpan> steps) {
        public Unit {
            steps = List.copyOf(steps);
        }
    }

    /** When a step began and ended. */
    record StepSpan(Step step, Instant begin, Optional<Instant> end) {}

    /** A line of the run log; {@code about} is an instance, a component, or empty for the upgrade itself. */
    record Event(Instant at, String about, String sentence) {}
}

package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.WaitReason;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the run log.
 *
 * @param seq in the order of commits, without gaps
 * @param state of the upgrade or unit; empty for a stage
 * @param maintenance the phase that begins with it; empty when none does
 */
public record EventRow(
        long seq,
        Instant recordedAt,
        Subject subject,
        Optional<Component> component,
        Optional<InstanceId> instance,
        Optional<String> state,
        String sentence,
        WaitReason waitReason,
        Optional<MaintenancePhase> maintenance) {
    /** What a line is about. */
    public enum Subject {
        UPGRADE,
        STAGE,
        UNIT
    }

    static EventRow of(long seq, RunEvent event) {
        if (event instanceof RunEvent.OfUnit unit) {
            return row(seq, event, Subject.UNIT)
                    .about(
                            Optional.empty(),
                            Optional.of(unit.instance()),
                            Optional.of(unit.state().name()));
        }
        if (event instanceof RunEvent.OfStage stage) {
            return row(seq, event, Subject.STAGE)
                    .about(Optional.of(stage.component()), Optional.empty(), Optional.empty());
        }
        var upgrade = (RunEvent.OfUpgrade) event;
        return row(seq, event, Subject.UPGRADE)
                .about(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(upgrade.state().name()))
                .beginning(upgrade.maintenance());
    }

    private static EventRow row(long seq, RunEvent event, Subject subject) {
        return new EventRow(
                seq,
                event.at(),
                subject,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                event.sentence(),
                event.waitReason(),
                Optional.empty());
    }

    private EventRow about(Optional<Component> component, Optional<InstanceId> instance, Optional<String> state) {
        return new EventRow(seq, recordedAt, subject, component, instance, state, sentence, waitReason, maintenance);
    }

    private EventRow beginning(Optional<MaintenancePhase> phase) {
        return new EventRow(seq, recordedAt, subject, component, instance, state, sentence, waitReason, phase);
    }
}

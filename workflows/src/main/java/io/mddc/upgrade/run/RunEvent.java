package io.mddc.upgrade.run;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the run log: a workflow says what it is about to do or has done. Recorded before the effect it announces.
 *
 * <p>{@code key} is {@code <workflowId>/<firstRunId>/<n>}: the same line recorded twice is one line. {@code at} is workflow
 * time. {@code sentence} is what an operator reads.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "subject")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunEvent.OfUpgrade.class, name = "UPGRADE"),
    @JsonSubTypes.Type(value = RunEvent.OfStage.class, name = "STAGE"),
    @JsonSubTypes.Type(value = RunEvent.OfUnit.class, name = "UNIT")
})
public sealed interface RunEvent {
    String key();

    UpgradeId upgrade();

    Instant at();

    String sentence();

    WaitReason waitReason();

    /**
     * @param maintenance the phase that begins; empty when none does
     */
    record OfUpgrade(
            String key,
            UpgradeId upgrade,
            Instant at,
            String sentence,
            WaitReason waitReason,
            UpgradeState state,
            Optional<MaintenancePhase> maintenance)
            implements RunEvent {
        public OfUpgrade {
            maintenance = requireNonNullElse(maintenance, Optional.empty());
        }

        public OfUpgrade(
                String key, UpgradeId upgrade, Instant at, String sentence, WaitReason waitReason, UpgradeState state) {
            this(key, upgrade, at, sentence, waitReason, state, Optional.empty());
        }
    }

    /**
     * @param hook programs for it run around the stage, until its next line; empty when none does
     */
    record OfStage(
            String key,
            UpgradeId upgrade,
            Instant at,
            String sentence,
            WaitReason waitReason,
            Component component,
            Optional<Hook> hook)
            implements RunEvent {
        public OfStage {
            hook = requireNonNullElse(hook, Optional.empty());
        }

        public OfStage(
                String key,
                UpgradeId upgrade,
                Instant at,
                String sentence,
                WaitReason waitReason,
                Component component) {
            this(key, upgrade, at, sentence, waitReason, component, Optional.empty());
        }
    }

    record OfUnit(
            String key,
            UpgradeId upgrade,
            Instant at,
            String sentence,
            WaitReason waitReason,
            InstanceId instance,
            UnitState state)
            implements RunEvent {}
}

package io.mddc.upgrade.controlcenter.upgrades;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.WaitReason;
import java.time.Instant;
import java.util.Optional;

/** A line of the run log as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record EventView(
        long seq,
        Instant at,
        EventRow.Subject subject,
        Optional<Component> component,
        Optional<InstanceId> instance,
        Optional<String> state,
        String sentence,
        WaitReason waitReason,
        Optional<MaintenancePhase> maintenance) {
    static EventView of(EventRow row) {
        return new EventView(
                row.seq(),
                row.recordedAt(),
                row.subject(),
                row.component(),
                row.instance(),
                row.state(),
                row.sentence(),
                row.waitReason(),
                row.maintenance());
    }
}

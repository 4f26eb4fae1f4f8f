package io.mddc.upgrade.contract;

import static java.util.Objects.requireNonNullElse;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.Step;
import java.time.Duration;
import java.util.Optional;

/** What a workflow asks of a host around the units, one record for each activity of {@link MaintenanceActivities}. */
public final class MaintenanceOrders {
    private MaintenanceOrders() {}

    public record LookForQuiet(InstanceId gateway) {}

    /**
     * @param retryAfter what clients are told
     */
    public record CloseGateway(OperationId operation, String reason, Duration retryAfter) {}

    public record OpenGateway(InstanceId gateway, UpgradeId owner) {}

    /**
     * @param step the permit is for that step
     * @param limit until it has stopped, or until it is ready
     */
    public record Service(OperationId operation, Step step, Duration limit) {}

    /**
     * @param limit until its verdict is there
     */
    public record CheckFile(InstanceId gateway, Duration limit) {}

    /**
     * @param step the permit is for that step
     * @param stage what the program is told; empty for a hook of a unit
     */
    public record RunHook(OperationId operation, Hook hook, Step step, Optional<OfStage> stage) {
        public RunHook {
            stage = requireNonNullElse(stage, Optional.empty());
        }

        public RunHook(OperationId operation, Hook hook, Step step) {
            this(operation, hook, step, Optional.empty());
        }
    }

    /**
     * @param outcome what became of the stage; empty before it
     */
    public record OfStage(Component component, Optional<Outcome> outcome) {}
}

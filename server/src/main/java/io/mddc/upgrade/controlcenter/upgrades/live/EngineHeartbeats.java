package io.mddc.upgrade.controlcenter.upgrades.live;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.upgrades.BoundedCalls;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.workflow.SearchAttributes;
import io.mddc.upgrade.workflow.WorkflowIds;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The heartbeats of the activities that the engine has open for a unit. */
public final class EngineHeartbeats implements Heartbeats {
    /** Hosts say something every second; what is older says nothing about now. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final BoundedCalls engine;
    private final InstantSource clock;

    public EngineHeartbeats(BoundedCalls engine, InstantSource clock) {
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public Optional<JsonNode> latest(UpgradeId upgrade, InstanceId instance) {
        return engine.ask("work on " + instance, client -> describe(client, WorkflowIds.ofUnit(instance)))
                .filter(unit -> isOf(upgrade, unit))
                .flatMap(this::details);
    }

    private static Optional<WorkflowExecutionDescription> describe(WorkflowClient client, String workflow) {
        try {
            return Optional.of(client.newUntypedWorkflowStub(workflow).describe());
        } catch (WorkflowNotFoundException notAnyMore) {
            return Optional.empty();
        }
    }

    /** The lock of an instance may be another upgrade's. */
    private static boolean isOf(UpgradeId upgrade, WorkflowExecutionDescription unit) {
        var owner = unit.getTypedSearchAttributes().get(SearchAttributes.UPGRADE);
        return owner == null || Objects.equals(owner, upgrade.value());
    }

    private Optional<JsonNode> details(WorkflowExecutionDescription unit) {
        return unit.getRawDescription().getPendingActivitiesList().stream()
                .filter(PendingActivityInfo::hasHeartbeatDetails)
                .filter(this::isFresh)
                .map(PendingActivityInfo::getHeartbeatDetails)
                .flatMap(EngineHeartbeats::json)
                .findFirst();
    }

    private boolean isFresh(PendingActivityInfo activity) {
        var last = activity.getLastHeartbeatTime();
        return Instant.ofEpochSecond(last.getSeconds(), last.getNanos())
                .plus(FRESH)
                .isAfter(clock.instant());
    }

    private static Stream<JsonNode> json(Payloads details) {
        return Stream.ofNullable(
                UpgradeJson.dataConverter().fromPayloads(0, Optional.of(details), JsonNode.class, JsonNode.class));
    }
}

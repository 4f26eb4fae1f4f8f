package io.mddc.upgrade.lab.chaos;

import com.google.protobuf.Timestamp;
import io.grpc.StatusRuntimeException;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.workflow.SystemUpgrade;
import io.mddc.upgrade.workflow.WorkflowIds;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.ListOpenWorkflowExecutionsRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowException;
import io.temporal.serviceclient.RpcRetryOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Signs that the engine itself shows; each call is made once and given up soon. */
public final class EngineSigns implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** A control center that was just started replays the whole upgrade before it answers its first query. */
    private static final Duration QUERY_PATIENCE = Duration.ofSeconds(4);

    private static final String NAMESPACE = "default";

    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;
    private final Clock clock = Clock.systemUTC();

    public EngineSigns(String target) {
        var once = RpcRetryOptions.newBuilder().setMaximumAttempts(1).validateBuildWithDefaults();
        stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(target)
                .setRpcTimeout(PATIENCE)
                .setRpcQueryTimeout(QUERY_PATIENCE)
                .setRpcRetryOptions(once)
                .build());
        client = WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(NAMESPACE)
                        .setDataConverter(UpgradeJson.dataConverter())
                        .build());
    }

    public Optional<Instant> answers() {
        try {
            stubs.blockingStub()
                    .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
            return Optional.of(clock.instant());
        } catch (StatusRuntimeException e) {
            return Optional.empty();
        }
    }

    /** A query makes the control center do a workflow task of the upgrade now. */
    public Optional<Instant> workflowTask(UpgradeId upgrade) {
        try {
            client.newWorkflowStub(SystemUpgrade.class, WorkflowIds.ofUpgrade(upgrade))
                    .state();
            return Optional.of(clock.instant());
        } catch (WorkflowException | StatusRuntimeException e) {
            return Optional.empty();
        }
    }

    /** Ends the upgrade's workflow where it stands, as a person may in the engine's Web UI; none of its code runs any more. */
    void terminate(UpgradeId upgrade, String reason) {
        client.newUntypedWorkflowStub(WorkflowIds.ofUpgrade(upgrade)).terminate(reason);
    }

    /** When the upgrade's cleanup began. */
    public Optional<Instant> cleanup(UpgradeId upgrade) {
        try {
            return Optional.of(client.newUntypedWorkflowStub(WorkflowIds.ofCleanup(upgrade))
                    .describe()
                    .getExecutionTime());
        } catch (WorkflowException | StatusRuntimeException e) {
            return Optional.empty();
        }
    }

    /** When an activity of the instance's unit last gave a sign after that moment. */
    public Optional<Instant> activity(InstanceId instance, Instant after) {
        var request = DescribeWorkflowExecutionRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setExecution(WorkflowExecution.newBuilder().setWorkflowId(WorkflowIds.ofUnit(instance)))
                .build();
        try {
            return stubs
                    .blockingStub()
                    .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .describeWorkflowExecution(request)
                    .getPendingActivitiesList()
                    .stream()
                    .flatMap(EngineSigns::moments)
                    .filter(sign -> sign.isAfter(after))
                    .findFirst();
        } catch (StatusRuntimeException e) {
            return Optional.empty();
        }
    }

    /** The ids of all workflows that have not ended. */
    public List<String> openWorkflows() {
        var request = ListOpenWorkflowExecutionsRequest.newBuilder()
                .setNamespace(NAMESPACE)
                .setMaximumPageSize(100)
                .build();
        return stubs
                .blockingStub()
                .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .listOpenWorkflowExecutions(request)
                .getExecutionsList()
                .stream()
                .map(info -> info.getExecution().getWorkflowId())
                .toList();
    }

    private static Stream<Instant> moments(PendingActivityInfo activity) {
        return Stream.of(activity.getLastHeartbeatTime(), activity.getLastStartedTime())
                .map(EngineSigns::instant);
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }

    @Override
    public void close() {
        stubs.shutdownNow();
    }
}

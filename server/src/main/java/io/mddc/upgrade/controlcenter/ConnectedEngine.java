package io.mddc.upgrade.controlcenter;

import io.dropwizard.lifecycle.Managed;
import io.grpc.StatusRuntimeException;
import io.mddc.upgrade.json.UpgradeJson;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The connection to an engine that runs already. */
final class ConnectedEngine implements Managed {
    private static final Duration ANSWER = Duration.ofSeconds(1);

    private final EngineAddress address;
    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;

    ConnectedEngine(EngineAddress address) {
        this.address = address;
        stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setTarget(address.address())
                .build());
        client = WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(address.namespace())
                        .setDataConverter(UpgradeJson.dataConverter())
                        .build());
    }

    WorkflowClient client() {
        return client;
    }

    String webUi(String workflow) {
        return address.webUi() + "/namespaces/" + address.namespace() + "/workflows/"
                + URLEncoder.encode(workflow, StandardCharsets.UTF_8);
    }

    Readiness.Part part() {
        return new Readiness.Part(
                answers(), Map.of("mode", "external", "address", address.address(), "webUi", address.webUi()));
    }

    private boolean answers() {
        try {
            var answer = stubs.blockingStub()
                    .withDeadlineAfter(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                    .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
            return !answer.getServerVersion().isEmpty();
        } catch (StatusRuntimeException silent) {
            return false;
        }
    }

    @Override
    public void stop() {
        stubs.shutdownNow();
    }
}

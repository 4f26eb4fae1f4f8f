package io.mddc.upgrade.controlcenter.engine;

import com.uber.m3.tally.Scope;
import io.grpc.StatusRuntimeException;
import io.mddc.upgrade.json.UpgradeJson;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The one connection to the engine. It connects at the first call, and again by itself whenever the engine comes back. */
final class EngineConnection implements AutoCloseable {
    private static final long PROBE_SECONDS = 3;

    private final EngineConfig config;
    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;
    private final SearchAttributeRegister register;

    EngineConnection(EngineConfig config, Scope metrics) {
        this.config = config;
        this.stubs = WorkflowServiceStubs.newServiceStubs(EngineAccess.workflows(config, metrics));
        this.client = WorkflowClient.newInstance(
                stubs,
                WorkflowClientOptions.newBuilder()
                        .setNamespace(config.namespace())
                        .setDataConverter(UpgradeJson.dataConverter())
                        .setIdentity("control-center@" + ProcessHandle.current().pid())
                        .build());
        this.register = new SearchAttributeRegister(config);
    }

    WorkflowClient client() {
        return client;
    }

    /** What is wrong with the engine; empty when it answers, has our namespace and knows our search attributes. */
    Optional<String> trouble() {
        try {
            stubs.blockingStub()
                    .withDeadlineAfter(PROBE_SECONDS, TimeUnit.SECONDS)
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(config.namespace())
                            .build());
            register.complete();
            return Optional.empty();
        } catch (StatusRuntimeException refused) {
            register.forget();
            return Optional.of(sentence(refused));
        }
    }

    private String sentence(StatusRuntimeException refused) {
        return switch (refused.getStatus().getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED -> "The engine on " + config.address() + " does not answer yet.";
            case NOT_FOUND ->
                "The engine on " + config.address() + " has no namespace " + config.namespace()
                        + ": create it, or change engine.namespace.";
            case UNAUTHENTICATED, PERMISSION_DENIED ->
                "The engine on " + config.address() + " refuses our credentials: check engine.external.";
            default -> "The engine on " + config.address() + " answered " + refused.getStatus() + ".";
        };
    }

    @Override
    public void close() {
        register.close();
        stubs.shutdownNow();
    }
}

package io.mddc.upgrade.controlcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.dropwizard.configuration.FileConfigurationSourceProvider;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import io.mddc.upgrade.controlcenter.access.CredentialDao;
import io.mddc.upgrade.controlcenter.access.CredentialDao.Credential;
import io.mddc.upgrade.controlcenter.access.Role;
import io.mddc.upgrade.controlcenter.access.Token;
import io.mddc.upgrade.controlcenter.store.Store;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One control center with its own engine and the shipped configuration, started once for all tests that use it. */
public final class RunningControlCenter implements BeforeAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(RunningControlCenter.class);

    private static final Path TOOLS = Path.of("..", ".tools");

    /** Overrides are system properties, so they must not reach the applications of other tests. */
    private static final String PREFIX = "control-center-under-test";

    private Optional<Started> started = Optional.empty();

    @Override
    public void beforeAll(ExtensionContext context) {
        started = Optional.of(context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Started.class, any -> Started.start(), Started.class));
    }

    public Started started() {
        return started.orElseThrow();
    }

    /** Leaves the test out where there is no engine; a build that may leave nothing out fails. */
    public void needsEngine() {
        var program = TOOLS.resolve("temporal");
        if (Boolean.parseBoolean(System.getenv("CI"))) {
            assertThat(program).isExecutable();
        }
        assumeThat(program).as("built by bin/install-temporal").isExecutable();
    }

    /** As the administrator. */
    public Api api() {
        return as(started().adminToken());
    }

    public Api as(String token) {
        return new Api(started().port(), Optional.of(token));
    }

    public Api asNobody() {
        return new Api(started().port(), Optional.empty());
    }

    /** With a new credential of the role. */
    public Api as(Role role) {
        var token = Token.random(new SecureRandom());
        var credential = new Credential(token.hash(), "test/" + token.hash(), role, Optional.empty(), Instant.now());
        started().jdbi().useExtension(CredentialDao.class, credentials -> credentials.insert(credential));
        return as(token.secret());
    }

    /** As the worker of the host, enrolled for this. */
    public Api asWorker(String host) {
        return as(api().post("/api/v1/workers", "{\"host\":\"" + host + "\"}").text("token"));
    }

    /** The processes behind it; all of it ends with the tests. */
    public record Started(Path folder, DropwizardTestSupport<ControlCenterConfig> application, Jdbi jdbi)
            implements AutoCloseable {
        private static Started start() {
            try {
                var folder = Files.createTempDirectory("control-center");
                var application = new DropwizardTestSupport<>(
                        ControlCenter.class,
                        "../config/control-center.yml",
                        new FileConfigurationSourceProvider(),
                        PREFIX,
                        setting("listen.port", "0"),
                        setting("dataFolder", folder.toString()),
                        setting("policyFile", "../config/policy.yml"),
                        setting("versionsFile", "../config/versions.yml"),
                        setting("engine.address", "127.0.0.1:" + freePort()),
                        setting("engine.embedded.webUiPort", Integer.toString(freePort())),
                        setting("engine.embedded.toolsFolder", TOOLS.toString()),
                        setting("limits.package", "1MiB"),
                        setting("limits.json", "64KiB"),
                        setting("times.freshReports", "PT0.2S"),
                        setting("times.reconcileEvery", "PT1S"),
                        setting("times.eventBeat", "PT0.5S"));
                application.before();
                return new Started(folder, application, jdbi(application, folder));
            } catch (Exception failed) {
                throw new IllegalStateException("the control center does not start", failed);
            }
        }

        private static ConfigOverride setting(String key, String value) {
            return ConfigOverride.config(PREFIX, key, value);
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        private static Jdbi jdbi(DropwizardTestSupport<ControlCenterConfig> application, Path folder) {
            var support = application.getConfiguration().database().source(folder);
            return Store.open(support.build(new com.codahale.metrics.MetricRegistry(), "test"));
        }

        int port() {
            return application.getLocalPort();
        }

        /** As somebody would in the engine's Web UI. */
        void terminate(String workflow) {
            var target = application.getConfiguration().engine().address();
            var options = WorkflowServiceStubsOptions.newBuilder()
                    .setTarget(target.host() + ":" + target.port())
                    .build();
            var stubs = WorkflowServiceStubs.newServiceStubs(options);
            WorkflowClient.newInstance(stubs).newUntypedWorkflowStub(workflow).terminate("a test does it");
            stubs.shutdownNow();
        }

        String adminToken() {
            try {
                return Files.readString(folder.resolve("admin.token")).strip();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        /** The engine outlives its control center, so the tests end it. */
        private Optional<ProcessHandle> enginePid() {
            var database = folder.resolve("temporal.db").toString();
            return ProcessHandle.allProcesses()
                    .filter(process -> process.info()
                            .arguments()
                            .filter(arguments -> Arrays.asList(arguments).contains(database))
                            .isPresent())
                    .findFirst();
        }

        @Override
        public void close() {
            application.after();
            enginePid().ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}

package io.mddc.upgrade.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.Health;
import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.contract.HostOrders.Isolate;
import io.mddc.upgrade.contract.HostOrders.Observe;
import io.mddc.upgrade.contract.Isolated;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.WorkInProgress;
import io.mddc.upgrade.worker.component.ComponentSilent;
import io.mddc.upgrade.worker.component.IsolatedByAnother;
import io.mddc.upgrade.worker.fixture.TestHost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolateInstanceTest {
    private final OneInstance host = new OneInstance();
    private TestHost surroundings;
    private WorkerConfig config;

    @BeforeEach
    void enrol(@TempDir Path folder) throws IOException {
        surroundings = TestHost.in(folder);
        config = WorkerConfig.read(surroundings.config("127.0.0.1:9"));
    }

    @AfterEach
    void close() {
        host.close();
        surroundings.close();
    }

    @Test
    void tellsWhatWasInWorkAndWhatTheInstanceWas() {
        host.core.takesFile("file-1", 30, "archive-deep");

        var isolated = isolate();

        assertThat(isolated.work().count()).isEqualTo(1);
        assertThat(isolated.baseline()).isEqualTo(OneInstance.BEFORE);
        assertThat(isolate().baseline()).isEqualTo(OneInstance.BEFORE);
    }

    @Test
    void leavesTheIsolationOfAnotherAlone() {
        host.core.isolatedBy("dana");

        assertThatThrownBy(this::isolate).isInstanceOf(IsolatedByAnother.class);

        assertThat(host.core.isolationOwner()).contains("dana");
        assertThat(surroundings.controlCenter().permitsAsked()).isEmpty();
    }

    @Test
    void findsNothingInWorkOnASilentInstanceWithoutAProcess() {
        host.dead();

        assertThat(isolate()).isEqualTo(new Isolated(new WorkInProgress(0, List.of()), Baseline.OF_NO_PROCESS));
        assertThat(surroundings.controlCenter().permitsAsked()).hasSize(1);
    }

    @Test
    void asksForAPermitEvenWhenNothingCanBeIsolated() {
        host.dead();
        surroundings.controlCenter().answeringPermitsWith(409);

        assertThatThrownBy(this::isolate).isInstanceOf(PermitRefused.class);
    }

    @Test
    void takesNoSilenceForTheEndOfAProcess() {
        host.core.silent();
        assertThatThrownBy(this::isolate).isInstanceOf(ComponentSilent.class);

        host.withoutPidFile();
        assertThatThrownBy(this::isolate).isInstanceOf(ComponentSilent.class);
        assertThat(surroundings.controlCenter().permitsAsked()).isEmpty();
    }

    @Test
    void knowsNoBaselineOfAnInstanceThatAnswersWithoutAProcess() {
        host.stopped();

        assertThatThrownBy(this::isolate).isInstanceOf(ComponentSilent.class).hasMessageContaining("has no process");
    }

    @Test
    void observesWhatDoesNotAnswer() {
        var observe = new ObserveInstance(host.instances(), WorkerApplication.installation(config));
        assertThat(observe.observe(new Observe(OneInstance.CORE)).instance().health())
                .isEqualTo(Health.READY);

        host.core.saying("/admin/isolation", "?");

        var instance = observe.observe(new Observe(OneInstance.CORE)).instance();
        assertThat(instance.health()).isEqualTo(Health.UNREACHABLE);
        assertThat(instance.running()).isEqualTo("5.16.0");
        assertThat(instance.installed()).isEmpty();
    }

    private Isolated isolate() {
        var permits = new Permits(config.host(), new ControlCenter(config.controlCenter()));
        var expires = Instant.parse("2026-12-01T00:00:00Z");
        return new IsolateInstance(host.instances(), permits, OneInstance.heartbeat())
                .isolate(new Isolate(OneInstance.OPERATION, Step.DRAIN, "upgrade to 5.17.0-1", expires));
    }
}

package io.mddc.upgrade.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.cluster.HostNote;
import io.mddc.upgrade.cluster.HostNote.Kind;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.contract.HookOutcome;
import io.mddc.upgrade.contract.HostOrders.BeginInstall;
import io.mddc.upgrade.contract.HostOrders.Upload;
import io.mddc.upgrade.contract.MaintenanceOrders;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.worker.control.RunningProcess;
import io.mddc.upgrade.worker.fixture.OwnRoot;
import io.mddc.upgrade.worker.fixture.TestHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done around units, with a real service control, a real process and real programs. */
class AroundUnitsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private TestHost host;
    private HostActivitiesImpl activities;

    @BeforeEach
    void installIt() throws IOException {
        host = TestHost.in(folder);
        var config = config();
        var controlCenter = new ControlCenter(config.controlCenter());
        activities = new HostActivitiesImpl(
                OneInstance.configured(config),
                WorkerApplication.store(config, controlCenter),
                WorkerApplication.installation(config),
                new Permits(config.host(), controlCenter),
                OneInstance.heartbeat());
        install(host.root().build("5.16.0-1"));
    }

    private WorkerConfig config() throws IOException {
        var file = host.config("127.0.0.62:9");
        Files.writeString(file, Files.readString(file) + """
                    hooks:
                      beforeInstall: {command: [/bin/sh, -c, "echo backup >> %1$s/hook.log"], limit: PT10S}
                      beforeStage: {command: [/bin/sh, -c, "env >> %1$s/env.log"], limit: PT10S}
                      afterStage: {command: [/bin/sh, -c, "env >> %1$s/env.log; echo it is out of reach; exit 2"], limit: PT10S}
                      restore: {command: [/bin/sh, -c, "echo no room; exit 3"], limit: PT10S}
                """.formatted(folder));
        return WorkerConfig.read(file);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void stopsAServiceOnceAndStartsItAgain() throws IOException {
        long before = pid();

        activities.stopInstance(service(11));
        activities.stopInstance(service(11));
        assertThat(RunningProcess.withPid(before)).isEmpty();

        activities.startInstance(service(12));
        long after = pid();
        activities.startInstance(service(12));
        assertThat(pid()).isEqualTo(after).isNotEqualTo(before);
    }

    @Test
    void stopsNothingThatHasWork() throws IOException {
        host.core().takesFile("f-1", 2, "archive-deep");

        assertThatThrownBy(() -> activities.stopInstance(service(11)))
                .isInstanceOf(StillInWork.class)
                .hasMessageContaining("core-1 is not stopped");
        assertThat(ProcessHandle.of(pid())).isPresent();
    }

    @Test
    void runsAHookOncePerOperation() throws IOException {
        assertThat(activities.runHook(hook(Hook.BEFORE_INSTALL, 21))).isEqualTo(HookOutcome.SUCCEEDED);
        assertThat(activities.runHook(hook(Hook.BEFORE_INSTALL, 21))).isEqualTo(HookOutcome.SUCCEEDED);

        assertThat(folder.resolve("hook.log")).hasContent("backup");
    }

    @Test
    void aHookThatFailsSaysWhyInItsOwnWords() {
        var outcome = activities.runHook(hook(Hook.RESTORE, 22));

        assertThat(outcome.interrupted()).isFalse();
        assertThat(outcome.sentence()).contains("the restore hook of core-1 ended with 3", "no room");
    }

    @Test
    void aHookBeforeAStageIsToldTheUpgradeAndTheStageOncePerOperation() throws IOException {
        assertThat(activities.runHook(around(Hook.BEFORE_STAGE, Optional.empty())))
                .isEqualTo(HookOutcome.SUCCEEDED);
        assertThat(activities.runHook(around(Hook.BEFORE_STAGE, Optional.empty())))
                .isEqualTo(HookOutcome.SUCCEEDED);

        assertThat(Files.readAllLines(folder.resolve("env.log")))
                .filteredOn(line -> line.startsWith("MDDC_"))
                .containsExactlyInAnyOrder("MDDC_UPGRADE=" + OneInstance.OPERATION.upgrade(), "MDDC_STAGE=CORE");
    }

    @Test
    void aHookAfterAStageIsToldWhatBecameOfIt() throws IOException {
        var outcome = activities.runHook(around(Hook.AFTER_STAGE, Optional.of(Outcome.ROLLED_BACK)));

        assertThat(outcome.sentence()).contains("the afterStage hook of core-1 ended with 2", "it is out of reach");
        assertThat(Files.readAllLines(folder.resolve("env.log"))).contains("MDDC_OUTCOME=ROLLED_BACK");
    }

    private static MaintenanceOrders.RunHook around(Hook hook, Optional<Outcome> outcome) {
        var stage = new MaintenanceOrders.OfStage(Component.CORE, outcome);
        return new MaintenanceOrders.RunHook(operation(800_001), hook, Step.STAGE, Optional.of(stage));
    }

    @Test
    void tellsWhichHooksAnInstanceHas() throws IOException {
        assertThat(OneInstance.configured(config()).get(OneInstance.CORE).notes())
                .extracting(HostNote::kind)
                .contains(Kind.HOOK_BEFORE_STAGE, Kind.HOOK_BEFORE_INSTALL, Kind.HOOK_RESTORE, Kind.HOOK_AFTER_STAGE);
    }

    private MaintenanceOrders.Service service(int n) {
        return new MaintenanceOrders.Service(operation(n), Step.MAINTENANCE, LONG);
    }

    private static MaintenanceOrders.RunHook hook(Hook hook, int n) {
        return new MaintenanceOrders.RunHook(operation(n), hook, Step.DRAIN);
    }

    private static OperationId operation(int n) {
        return new OperationId(OneInstance.OPERATION.upgrade(), OneInstance.CORE, n);
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readString(host.root().pidFile()).strip());
    }

    private void install(OwnRoot.Built built) {
        var file = host.offering(built).description();
        activities.upload(new Upload(OneInstance.CORE, file, Optional.empty()));
        var order = new BeginInstall(operation(1), Step.INSTALL, file, LONG);
        activities.beginInstall(order);
        activities.awaitInstall(order);
    }
}

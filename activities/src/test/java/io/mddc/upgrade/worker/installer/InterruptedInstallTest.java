package io.mddc.upgrade.worker.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.worker.control.HostClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedInstallTest {
    private static final OperationId OPERATION = OperationId.parse("2026-11-22-1/core-1/1");
    private static final Sha256 DIGEST = new Sha256("a".repeat(64));

    private Path folder;
    private Path trace;
    private InstallJournal journal;
    private DetachedInstall detached;

    @BeforeEach
    void makeHost(@TempDir Path temporary) {
        folder = temporary;
        trace = folder.resolve("trace");
        journal = new InstallJournal(folder.resolve("journal"));
        detached = newWorker();
    }

    private DetachedInstall newWorker() {
        return new DetachedInstall(
                folder.resolve("lock"), journal, new Scripts(folder.resolve("scripts")), Detachment.SESSION);
    }

    @Test
    void keepsTheLockForTheInstallerWhenOnlyTheScriptAroundItDies() throws Exception {
        var script = spawn("sleep 60; echo never >>" + trace);
        await().until(() -> journal.read(OPERATION).begun());
        await().until(() -> script.descendants().count() > 0);
        var rest = script.descendants().toList();

        script.destroyForcibly().waitFor();

        assertThat(detached.isRunning()).isTrue();
        rest.forEach(ProcessHandle::destroyForcibly);
        await().until(() -> !detached.isRunning());
        assertThat(journal.read(OPERATION).isOpen()).isTrue();
        assertThat(journal.open()).containsExactly(OPERATION);
    }

    @Test
    void repairsAnInterruptedInstallOnceAndClosesIt() throws Exception {
        interrupted();

        finish(detached.spawnRepair(OPERATION, Duration.ofSeconds(30), shell("echo repaired >>" + trace)));
        finish(detached.spawnRepair(OPERATION, Duration.ofSeconds(30), shell("echo repaired >>" + trace)));

        assertThat(trace).hasContent("repaired");
        assertThat(journal.read(OPERATION).isClosed()).isTrue();
        assertThat(journal.open()).isEmpty();
    }

    @Test
    void oneThatWasClosedUnbegunNeverBegins() throws Exception {
        finish(detached.spawnRepair(OPERATION, Duration.ofSeconds(30), shell("true")));

        assertThat(finish(spawn("echo ran >>" + trace))).isZero();

        assertThat(trace).doesNotExist();
        assertThat(journal.read(OPERATION).began()).isEmpty();
    }

    @Test
    void oneThatEndedByItselfIsNotRepaired() throws Exception {
        finish(spawn("exit 1"));

        finish(detached.spawnRepair(OPERATION, Duration.ofSeconds(30), shell("echo repaired >>" + trace)));

        assertThat(trace).doesNotExist();
        assertThat(journal.read(OPERATION).repaired()).isFalse();
    }

    @Test
    void aLineTornByAPowerCutCountsAsBegun() throws Exception {
        Files.createDirectories(folder.resolve("journal"));
        Files.writeString(journal.file(OPERATION), "{\"event\":\"star");

        assertThat(finish(spawn("echo ran >>" + trace))).isZero();
        assertThat(journal.read(OPERATION).isOpen()).isTrue();
        finish(detached.spawnRepair(OPERATION, Duration.ofSeconds(30), shell("true")));

        assertThat(trace).doesNotExist();
        assertThat(journal.read(OPERATION).isClosed()).isTrue();
    }

    /** As after a power cut: begun, and all of it gone. */
    private void interrupted() throws Exception {
        var script = spawn("sleep 60");
        await().until(() -> script.descendants().count() > 0);
        script.descendants().forEach(ProcessHandle::destroyForcibly);
        script.destroyForcibly().waitFor();
        await().until(() -> !detached.isRunning());
        // The script may have journaled the end of its killed child before it died itself.
        var lines = Files.readAllLines(journal.file(OPERATION));
        Files.write(journal.file(OPERATION), lines.subList(0, 1));
    }

    private Process spawn(String text) {
        return detached.spawn(begin(Duration.ofSeconds(30)), shell(text));
    }

    private static DetachedInstall.Begin begin(Duration limit) {
        return new DetachedInstall.Begin(OPERATION, DIGEST, soon(), limit);
    }

    private static Duration soon() {
        return HostClock.uptime().plusSeconds(20);
    }

    private static List<String> shell(String text) {
        return List.of("sh", "-c", text);
    }

    private static int finish(Process process) throws InterruptedException, IOException {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}

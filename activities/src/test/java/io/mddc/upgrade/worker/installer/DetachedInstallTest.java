package io.mddc.upgrade.worker.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.worker.control.HostClock;
import io.mddc.upgrade.worker.fixture.OtherJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetachedInstallTest {
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
    void journalsBeginAndEndWithTheExitStatus() throws Exception {
        finish(spawn("echo ran >>" + trace + "; echo last words; exit 7"));

        var read = journal.read(OPERATION);
        assertThat(read.isClosed()).isTrue();
        assertThat(read.end())
                .hasValueSatisfying(end -> assertThat(end.exitStatus()).isEqualTo(7));
        assertThat(read.began().orElseThrow())
                .isBeforeOrEqualTo(read.end().orElseThrow().at());
        assertThat(journal.lastWords(OPERATION)).isEqualTo("last words");
        assertThat(Files.readAllLines(journal.file(OPERATION)).get(0))
                .startsWith("{\"event\":\"started\",\"operation\":\"2026-11-22-1/core-1/1\",\"digest\":\"" + DIGEST);
    }

    @Test
    void journalsTheBeginByTheUptimeOfThisBootToo() throws Exception {
        var before = HostClock.uptime();
        finish(spawn("true"));

        var began = journal.read(OPERATION).beganByUptime().orElseThrow();
        assertThat(began.uptime()).isBetween(before, HostClock.uptime());
        assertThat(HostClock.boot()).contains(began.boot());
    }

    @Test
    void runsOnceHoweverManySpawnItAtOnce() throws Exception {
        var spawned = new ArrayList<Process>();
        for (int i = 0; i < 12; i++) {
            spawned.add(newWorker().spawn(begin(Duration.ofSeconds(30)), shell("echo ran >>" + trace + "; sleep 0.3")));
        }
        for (var process : spawned) {
            finish(process);
        }

        assertThat(trace).hasContent("ran");
        assertThat(Files.readAllLines(journal.file(OPERATION))).hasSize(2);
    }

    @Test
    void doesNotBeginAfterThePermitsSecondIsOver() throws Exception {
        var late = new DetachedInstall.Begin(
                OPERATION, DIGEST, HostClock.uptime().minusSeconds(1), Duration.ofSeconds(30));

        var process = detached.spawn(late, shell("echo ran >>" + trace));

        assertThat(finish(process)).isEqualTo(75);
        assertThat(journal.read(OPERATION).begun()).isFalse();
        assertThat(trace).doesNotExist();
    }

    @Test
    void waitsForNobodyWhoHoldsTheLockLongerThanThePermitIsWorth() throws Exception {
        var other = new ProcessBuilder("flock", folder.resolve("lock").toString(), "sleep", "60").start();
        try {
            await().until(detached::isRunning);

            assertThat(finish(spawn("echo ran >>" + trace))).isEqualTo(75);
            assertThat(trace).doesNotExist();
        } finally {
            other.descendants().forEach(ProcessHandle::destroyForcibly);
            other.destroyForcibly();
        }
    }

    @Test
    void handsNoDataToAShell() throws Exception {
        var spiteful = "$(touch " + trace + ") `touch " + trace + "`; touch " + trace + " #";

        finish(detached.spawn(begin(Duration.ofSeconds(30)), List.of("printf", "%s", spiteful)));

        assertThat(trace).doesNotExist();
        assertThat(journal.log(OPERATION)).hasContent(spiteful);
    }

    @Test
    void stopsTheInstallerAndAllItStartedAfterTheLimit() throws Exception {
        finish(detached.spawn(
                new DetachedInstall.Begin(OPERATION, DIGEST, soon(), Duration.ofSeconds(1)),
                shell("sleep 60 & echo $! >" + trace + "; wait")));

        var read = journal.read(OPERATION);
        assertThat(read.end())
                .hasValueSatisfying(end -> assertThat(end.stoppedByLimit()).isTrue());
        assertThat(read.isOpen()).isTrue();
        long child = Long.parseLong(Files.readString(trace).strip());
        await().until(() ->
                ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void isNotRunningOnceOnlyAServiceOfThePackageIsLeft() throws Exception {
        finish(spawn("setsid sleep 60 & echo $! >" + trace));

        assertThat(detached.isRunning()).isFalse();
        ProcessHandle.of(Long.parseLong(Files.readString(trace).strip())).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void outlivesTheWorkerThatBeganItAndRunsOnceWhenItsSuccessorBeginsItToo() throws Exception {
        var worker = OtherJvm.running(DyingWorker.class, folder.toString());
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(trace));

        worker.destroyForcibly().waitFor();

        assertThat(finish(spawn("echo again >>" + trace))).isZero();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> journal.read(OPERATION).isClosed());
        assertThat(trace).content().isEqualTo("begun\nended\n");
        assertThat(journal.read(OPERATION).end().orElseThrow().exitStatus()).isZero();
    }

    /** Begins an install of two seconds and is killed meanwhile. */
    public static final class DyingWorker {
        private DyingWorker() {}

        public static void main(String... arguments) throws Exception {
            var folder = Path.of(arguments[0]);
            var journal = new InstallJournal(folder.resolve("journal"));
            var trace = folder.resolve("trace");
            var process = new DetachedInstall(
                            folder.resolve("lock"), journal, new Scripts(folder.resolve("scripts")), Detachment.SESSION)
                    .spawn(
                            begin(Duration.ofSeconds(30)),
                            shell("echo begun >>" + trace + "; sleep 2; echo ended >>" + trace));
            process.waitFor();
        }
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

package io.mddc.upgrade.lab.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mddc.upgrade.lab.host.RedHatHost.Built;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Real rpm and dnf; the host has 5.16.0-1 before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedhatInstallerTest {
    private static final Path ASKING = Path.of("/etc/dnf/plugins/needs-restarting.d/md-core.conf");
    private static final Path UP = Path.of("/var/lib/is-up");
    private static final Path IN_WORK = Path.of("/var/lib/in-work");

    private RedHatHost host;
    private Built old;
    private Path kept;

    @BeforeAll
    void boot(@TempDir Path folder) throws IOException {
        RedHatHost.assumeHere();
        host = new RedHatHost(folder);
        old = host.build("5.16.0-1");
        kept = folder.resolve("kept");
        var file = kept.resolve(Path.of("/").relativize(RedHatHost.CONFIGURATION));
        Files.createDirectories(file.getParent());
        Files.writeString(file, "as it was\n");
    }

    @BeforeEach
    void installTheOldVersion() {
        assertThat(goBack())
                .satisfies(it -> assertThat(it.exit()).as(it.output()).isZero());
        assertThat(host.installed()).isEqualTo("5.16.0-1");
    }

    @AfterAll
    void cut() {
        if (host != null) {
            host.close();
        }
    }

    @Test
    void upgradesAndIsTakenBackWithItsConfiguration() throws IOException {
        var target = host.build("5.17.0-1");

        assertThat(host.ask("dry-run", target.file().toString()).exit()).isZero();
        assertThat(host.installed()).as("after a dry run").isEqualTo("5.16.0-1");
        assertThat(install(target).exit()).isZero();
        assertThat(host.installed()).isEqualTo("5.17.0-1");
        assertThat(install(target).output()).contains("Nothing to do");
        host.run(List.of("sh", "-c", "echo changed >" + RedHatHost.CONFIGURATION));
        assertThat(goBack().output()).contains("Downgraded:");

        assertThat(host.installed()).isEqualTo("5.16.0-1");
        assertThat(onHost("/opt/opswat/md-core/version")).isEqualTo("5.16.0-1");
        assertThat(onHost(RedHatHost.CONFIGURATION.toString())).isEqualTo("as it was");
    }

    @Test
    void callsAPackageWhosePostScriptFailedNotInstalledWellThoughRpmGoesOn() throws IOException {
        var bad = install(host.build("5.17.1-1", ":", "exit 3"));

        assertThat(bad.exit()).isEqualTo(70);
        assertThat(bad.output()).contains("%post(md-core-5.17.1-1.noarch) scriptlet failed");
        assertThat(host.installed()).isEqualTo("5.17.1-1");
    }

    @Test
    void keepsTheOldVersionWhenThePreScriptFails() throws IOException {
        assertThat(install(host.build("5.17.2-1", "exit 3", ":")).exit()).isNotZero();

        assertThat(host.installed()).isEqualTo("5.16.0-1");
        assertThat(goBack().output()).contains("Reinstalled:");
    }

    @Test
    void dryRunRefusesWhatCannotBeInstalled() throws IOException {
        var needy = host.ask("dry-run", host.unsatisfiable().toString());

        assertThat(needy.exit()).isEqualTo(1);
        assertThat(needy.output()).contains("needy.rpm").contains("nothing provides nobody-has-this");
    }

    @Test
    void seesThatAPackageAsksForARebootWhereDnfCanTell() throws IOException {
        assumeThat(host.run(List.of("dnf", "needs-restarting", "--help")).exit())
                .as("left out: this machine's dnf has no needs-restarting (dnf-plugins-core)")
                .isZero();
        assertThat(host.ask("reboot").output().strip()).isEqualTo("by nobody");

        host.run(List.of("sh", "-c", "mkdir -p $(dirname " + ASKING + "); echo md-core >" + ASKING));
        var up = keepingTheHostsStart();
        assertThat(goBack().output()).contains("Reinstalled:");

        assertThat(host.ask("reboot").output().strip()).isEqualTo("asked for by md-core");
        assertThat(host.ask("reboot-since", Instant.now().minusSeconds(600).toString())
                        .output()
                        .strip())
                .isEqualTo("asked for by md-core");
        assertThat(host.ask("reboot-since", Instant.now().plusSeconds(600).toString())
                        .output()
                        .strip())
                .isEqualTo("by nobody");
        host.run(List.of("rm", ASKING.toString()));
        host.commandOf(up).destroyForcibly();
    }

    /**
     * dnf takes the time of the first process' folder for the host's start, which is when somebody first looked into it: who
     * stays in it keeps that. Comes back in a later second.
     */
    private Process keepingTheHostsStart() {
        var stays = host.enter(List.of("sh", "-c", "cd /proc/1 && touch " + UP + " && exec sleep 600"));
        var isPast = "[ -e " + UP + " ] && [ $(date +%s) -gt $(stat -c %Y /proc/1) ]";
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> host.run(List.of("sh", "-c", isPast)).isGood());
        return stays;
    }

    @Test
    void namesWhoHoldsTheDatabaseAndComesBackFromAnInterruptedUpgrade() throws IOException {
        assertThat(host.ask("held").output().strip()).isEqualTo("by nobody");
        var slow = host.build("5.17.3-1", ":", "touch " + IN_WORK + "; sleep 600");
        var process = host.enter(host.installer().install(slow.description(), slow.file()));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(host.outside(IN_WORK)));

        assertThat(host.ask("held").output()).containsPattern("is held by process \\d+ \\(.*\\)");
        var script = host.commandOf(process);
        script.descendants().forEach(ProcessHandle::destroyForcibly);
        script.destroyForcibly();
        process.onExit().join();

        assertThat(host.installed()).as("two versions in the database").isEqualTo("nothing");
        assertThat(host.run(host.installer().repair()).exit()).isZero();
        assertThat(goBack().exit()).isZero();
        assertThat(host.installed()).isEqualTo("5.16.0-1");
        assertThat(onHost("/opt/opswat/md-core/version")).isEqualTo("5.16.0-1");
    }

    private CommandResult install(Built built) {
        return host.run(host.installer().install(built.description(), built.file()));
    }

    private CommandResult goBack() {
        return host.run(host.installer().putBack(old.description(), old.file(), kept));
    }

    private String onHost(String file) {
        return host.run(List.of("cat", file)).output().strip();
    }
}

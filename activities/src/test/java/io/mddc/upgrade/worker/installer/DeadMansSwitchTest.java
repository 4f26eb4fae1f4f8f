package io.mddc.upgrade.worker.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.worker.control.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script itself, with small programs for installers. */
class DeadMansSwitchTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration READY = Duration.ofSeconds(1);
    private static final String FAILS = "exit 1";
    private static final String NOBODY_COMES_UP = "exit 0";

    @TempDir
    private Path folder;

    private Path running;

    @BeforeEach
    void theFormerVersionRuns() throws IOException {
        running = Files.writeString(folder.resolve("running"), "2.5.0\n");
    }

    @Test
    void leavesAVersionThatIsReadyInPeace() throws IOException {
        assertThat(run(comesUp("2.6.0"), comesUp("2.5.0"))).isZero();
        assertThat(running).hasContent("2.6.0");
        assertThat(calls()).containsExactly("install a b");
    }

    @Test
    void putsTheFormerBackWhenNobodyComesUp() throws IOException {
        assertThat(run(NOBODY_COMES_UP, comesUp("2.5.0"))).isEqualTo(DeadMansSwitch.WENT_BACK);
        assertThat(running).hasContent("2.5.0");
        assertThat(calls()).containsExactly("install a b", "back c");
    }

    @Test
    void putsTheFormerBackWhenTheInstallerFails() throws IOException {
        assertThat(run(FAILS, comesUp("2.5.0"))).isEqualTo(DeadMansSwitch.WENT_BACK);
        assertThat(calls()).containsExactly("install a b", "back c");
    }

    @Test
    void putsTheFormerBackWhenTheInstallerHangs() {
        assertThat(run("sleep 60", comesUp("2.5.0"))).isEqualTo(DeadMansSwitch.WENT_BACK);
    }

    @Test
    void isNotFooledByAnotherVersionOrByOneOfBefore() throws IOException {
        Files.writeString(running, "2.6.0\n");

        assertThat(run(NOBODY_COMES_UP, comesUp("2.5.0"))).isEqualTo(DeadMansSwitch.WENT_BACK);
        assertThat(run(comesUp("2.6.1"), comesUp("2.5.0"))).isEqualTo(DeadMansSwitch.WENT_BACK);
    }

    @Test
    void saysThatNeitherCameUp() {
        assertThat(run(FAILS, NOBODY_COMES_UP)).isEqualTo(DeadMansSwitch.LOST);
    }

    private int run(String install, String back) {
        var deadMans = new DeadMansSwitch(running, new Version("2.6.0-1"), new Version("2.5.0-1"), LIMIT, READY);
        var arguments = deadMans.around(
                new Scripts(folder.resolve("scripts")),
                program("install", install, "a", "b"),
                program("back", back, "c"));
        return new Command(arguments, Duration.ofMinutes(1)).run().exitStatus();
    }

    private String comesUp(String version) {
        return "echo " + version + " > " + running;
    }

    private List<String> program(String name, String does, String... arguments) {
        var noted = "echo " + name + " \"$@\" >> " + folder.resolve("calls") + "; ";
        var program = new ArrayList<>(List.of("sh", "-c", noted + does, name));
        program.addAll(List.of(arguments));
        return program;
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("calls"));
    }
}

package io.mddc.upgrade.worker.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProcessTest {
    @TempDir
    private Path folder;

    @Test
    void knowsTheProcessInThePidFileAndWhenItStarted() throws Exception {
        var before = Instant.now();
        var sleeping = new ProcessBuilder("sleep", "60").start();
        var after = Instant.now();
        try {
            var process = service("true", Long.toString(sleeping.pid())).process();

            assertThat(process).hasValueSatisfying(it -> {
                assertThat(it.pid()).isEqualTo(sleeping.pid());
                // The kernel counts in hundredths of a second, and rounds down.
                assertThat(it.started()).isBetween(before.minusMillis(40), after.plusMillis(40));
                assertThat(it.startedAt(it.started().plusMillis(30))).isTrue();
                assertThat(it.startedAt(it.started().minusSeconds(2))).isFalse();
            });
        } finally {
            sleeping.destroyForcibly().waitFor();
        }
    }

    @Test
    void hasNoProcessWhenItEndedOrTheFileIsMissingOrSaysNonsense() throws Exception {
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();

        assertThat(service("true", Long.toString(ended.pid())).process()).isEmpty();
        assertThat(service("true", "nonsense").process()).isEmpty();
        assertThat(service("true", "").process()).isEmpty();
        assertThat(new LocalProcess(List.of("/bin/true"), folder.resolve("none")).process())
                .isEmpty();
    }

    @Test
    void isActiveWhenItsControlProgramSaysSo() throws IOException {
        assertThat(service("[ \"$1\" = status ]", "1").isActive()).isTrue();
        assertThat(service("[ \"$1\" = start ]", "1").isActive()).isFalse();
    }

    @Test
    void isNotActiveWhenItsControlProgramIsNotInstalled() {
        var missing = new LocalProcess(List.of(folder.resolve("none").toString()), folder.resolve("pid"));

        assertThat(missing.isActive()).isFalse();
    }

    private LocalProcess service(String text, String pid) throws IOException {
        var program = folder.resolve("service");
        Files.writeString(program, "#!/bin/sh\n" + text + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        var pidFile = Files.writeString(folder.resolve("pid"), pid);
        return new LocalProcess(List.of(program.toString()), pidFile);
    }
}

package io.mddc.upgrade.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mddc.upgrade.plan.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileTest {
    @TempDir
    private Path folder;

    @Test
    void readsTheLabsOwnPolicy() {
        var policy = PolicyFile.read(Path.of("..", "config", "lab-policy.yml"));

        assertThat(policy.soak())
                .isEqualTo(new Policy.Soak(Duration.ofSeconds(10), Duration.ofSeconds(6), Duration.ofMillis(500)));
        assertThat(policy.failureBudget().of(3)).isEqualTo(2);
        assertThat(policy.minimumActive()).isEmpty();
    }

    @Test
    void refusesAPolicyWithAValueThatIsNotAllowed() throws IOException {
        var lab = Files.readString(Path.of("..", "config", "lab-policy.yml"));
        var bad = Files.writeString(folder.resolve("bad.yml"), lab.replace("canary: PT10S", "canary: PT0S"));

        assertThatThrownBy(() -> PolicyFile.read(bad))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining("soak.canary is PT0S: allowed is more than PT0S");
    }

    @Test
    void refusesAPolicyThatSaysAKeyTwice() throws IOException {
        var lab = Files.readString(Path.of("..", "config", "lab-policy.yml"));
        var bad = Files.writeString(folder.resolve("bad.yml"), lab + "\nconcurrency: 2\n");

        assertThatThrownBy(() -> PolicyFile.read(bad))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining("Duplicate field 'concurrency'");
    }
}

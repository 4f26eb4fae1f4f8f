package io.mddc.upgrade.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.chaos.KillStep;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpgradeEventTest {
    @ParameterizedTest
    @CsvSource({
        "CLOSING, MAINTENANCE_ENTER",
        "STOPPING, STOP_DEPENDANTS",
        "STARTING, START_DEPENDANTS",
        "OPENING, MAINTENANCE_LEAVE"
    })
    void beginsAStepOfMaintenanceWithItsPhase(String phase, KillStep step) {
        assertThat(about(Optional.empty(), "", phase, "RUNNING").steps()).containsExactly(step);
        assertThat(about(Optional.empty(), "", "CHECKING", "RUNNING").steps()).isEmpty();
    }

    @Test
    void beginsTheBackupWhenTheFileStorageIsInWork() {
        assertThat(about(Optional.of(Component.FILE_STORAGE), "file-storage-1", "", "DRAINING")
                        .steps())
                .containsExactly(KillStep.DRAIN, KillStep.BACKUP);
        assertThat(about(Optional.of(Component.CORE), "core-1", "", "DRAINING").steps())
                .containsExactly(KillStep.DRAIN);
    }

    @Test
    void beginsAStageWhereItIsAboutAComponentAndLeavesInstallToTheHost() {
        assertThat(about(Optional.of(Component.CORE), "", "", "").steps()).containsExactly(KillStep.STAGE);
        assertThat(about(Optional.of(Component.CORE), "core-1", "", "INSTALLING")
                        .steps())
                .isEmpty();
    }

    private static UpgradeEvent about(Optional<Component> component, String instance, String phase, String state) {
        return new UpgradeEvent(
                1,
                Instant.EPOCH,
                component,
                given(instance).map(InstanceId::new),
                given(state),
                given(phase),
                "It moves.");
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(word -> !word.isEmpty());
    }
}

package io.mddc.upgrade.lab.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultFilesTest {
    private static final Version FORMER = new Version("2.5.0-1");
    private static final Version TARGET = new Version("2.6.0-1");

    @TempDir
    private Path folder;

    @Test
    void tellABadHostOfOneVersionAndOfBothWhereThereShallBeNoWayBack() throws IOException {
        tell(FaultKind.NEVER_READY);
        assertThat(FaultFiles.of(TARGET, version(), settings())).contains(FaultKind.NEVER_READY);
        assertThat(FaultFiles.of(FORMER, version(), settings())).isEmpty();

        tell(FaultKind.NO_WAY_BACK);
        assertThat(FaultFiles.of(TARGET, version(), settings())).contains(FaultKind.NEVER_STARTS);
        assertThat(FaultFiles.of(FORMER, version(), settings())).contains(FaultKind.NEVER_STARTS);
    }

    @Test
    void areKnownToThePartsThatCanShowThem() {
        assertThat(FaultKind.NEVER_READY.isKnownTo(Component.FILE_STORAGE)).isTrue();
        assertThat(FaultKind.NEVER_READY.isKnownTo(Component.WORKER)).isFalse();
        assertThat(FaultKind.WRONG_VERDICT.isKnownTo(Component.FILE_STORAGE)).isFalse();
        assertThat(FaultKind.NEVER_STARTS.isKnownToAll()).isTrue();
    }

    private void tell(FaultKind kind) throws IOException {
        Files.write(folder.resolve("fault"), FaultFiles.lines(kind, TARGET, FORMER));
    }

    private Path version() {
        return folder.resolve("opt/VERSION");
    }

    private Path settings() {
        return folder.resolve("instance.properties");
    }
}

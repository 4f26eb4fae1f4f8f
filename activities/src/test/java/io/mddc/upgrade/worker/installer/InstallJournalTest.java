package io.mddc.upgrade.worker.installer;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.contract.HostMoment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallJournalTest {
    private static final OperationId OPERATION = OperationId.parse("2026-11-22-1/core-1/1");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void readsWhenAnInstallBeganByTheUptimeToo() throws IOException {
        var journal = started(",\"uptime\":\"PT123.45S\",\"boot\":\"4a2f\"");

        assertThat(journal.began()).contains(NOON);
        assertThat(journal.beganByUptime()).contains(new HostMoment("4a2f", Duration.ofMillis(123_450)));
    }

    @Test
    void readsALineOfAFormerWorkerAndOfAKernelThatTellsNoBoot() throws IOException {
        assertThat(started("").began()).contains(NOON);
        assertThat(started("").beganByUptime()).isEmpty();
        assertThat(started(",\"uptime\":\"PT123.45S\",\"boot\":\"\"").beganByUptime())
                .isEmpty();
    }

    private Journal started(String more) throws IOException {
        var journal = new InstallJournal(folder);
        Files.writeString(
                journal.file(OPERATION),
                "{\"event\":\"started\",\"operation\":\"2026-11-22-1/core-1/1\",\"digest\":\"" + "a".repeat(64)
                        + "\",\"pid\":1,\"at\":\"2026-11-22T12:00:00.000Z\"" + more + "}\n");
        return journal.read(OPERATION);
    }
}

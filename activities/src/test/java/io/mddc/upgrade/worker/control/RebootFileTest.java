package io.mddc.upgrade.worker.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebootFileTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path root;

    @Test
    void namesThePackagesThatAskForIt() throws IOException {
        var marker = RebootFile.in(root.toString());
        assertThat(marker.reason()).isEmpty();

        Files.createDirectories(marker.file().getParent());
        Files.createFile(marker.file());
        assertThat(marker.reason()).contains("asked for by " + marker.file());
        Files.writeString(root.resolve("run/reboot-required.pkgs"), "md-core\nlinux-base\nmd-core\n");

        assertThat(marker.reason()).contains("asked for by md-core, linux-base");
    }

    @Test
    void whatWasAskedForBeforeTheInstallIsNotTheInstallers() throws IOException {
        var marker = RebootFile.in(root.toString());
        Files.createDirectories(marker.file().getParent());
        Files.createFile(marker.file());
        Files.setLastModifiedTime(marker.file(), FileTime.from(NOON));

        assertThat(marker.reasonSince(NOON.plusSeconds(1))).isEmpty();
        assertThat(marker.reasonSince(NOON)).isPresent();
    }
}

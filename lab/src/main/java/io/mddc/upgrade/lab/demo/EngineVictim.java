package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.chaos.Killable;
import io.mddc.upgrade.lab.host.LabHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The embedded engine: killed by its process id file; the control center starts the replacement. */
final class EngineVictim implements Killable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LabHost host;
    private final Path pidFile;

    private String killed = "";

    EngineVictim(LabHost host, Path pidFile) {
        this.host = host;
        this.pidFile = pidFile;
    }

    @Override
    public void kill() {
        killed = pid();
        HostProcess.signal(host, "-9", killed);
    }

    @Override
    public Instant restart() {
        Waiting.until("a new engine in " + pidFile, PATIENCE, () -> !pid().isEmpty() && !pid().equals(killed));
        return Clock.systemUTC().instant();
    }

    /** Empty while the file is being replaced. */
    private String pid() {
        try {
            return Files.exists(pidFile) ? Files.readString(pidFile).strip() : "";
        } catch (IOException e) {
            return "";
        }
    }
}

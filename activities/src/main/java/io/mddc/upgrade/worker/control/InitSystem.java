package io.mddc.upgrade.worker.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the first process of this host is. */
public final class InitSystem {
    private static final Path NAME = Path.of("/proc/1/comm");

    private InitSystem() {}

    /** On others, in a container too, systemd's programs may be there and do nothing. */
    public static boolean isSystemd() {
        try {
            return Files.readString(NAME).strip().equals("systemd");
        } catch (IOException e) {
            // Hidden, or no Linux.
            return false;
        }
    }
}

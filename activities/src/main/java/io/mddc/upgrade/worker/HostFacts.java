package io.mddc.upgrade.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How this host is doing, as the kernel says. */
final class HostFacts {
    private static final Path UNATTENDED_UPGRADES = Path.of("/etc/apt/apt.conf.d/20auto-upgrades");
    private static final Path DNF_AUTOMATIC = Path.of("/etc/systemd/system/timers.target.wants/dnf-automatic.timer");
    private static final Path LOAD = Path.of("/proc/loadavg");
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final long KIBIBYTE = 1024;

    private final Path dataFolder;

    HostFacts(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    /** The one-minute load average. */
    double load() {
        return Double.parseDouble(read(LOAD).split(" ", 2)[0]);
    }

    /** Bytes available to new processes. */
    long memoryFree() {
        return read(MEMORY)
                .lines()
                .filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) * KIBIBYTE)
                .findFirst()
                .orElse(0);
    }

    /** Bytes free where packages are kept. */
    long diskFree() {
        try {
            return Files.getFileStore(dataFolder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the free space of " + dataFolder, e);
        }
    }

    /** It installs updates at times of its own: apt's unattended-upgrades or dnf-automatic is switched on. */
    static boolean updatesItself() {
        return isSwitchedOn(UNATTENDED_UPGRADES) || Files.exists(DNF_AUTOMATIC);
    }

    private static boolean isSwitchedOn(Path aptPeriodic) {
        return Files.isReadable(aptPeriodic)
                && read(aptPeriodic)
                        .lines()
                        .anyMatch(line -> line.strip().matches("APT::Periodic::Unattended-Upgrade\\s+\"[1-9].*"));
    }

    /** What programs are made for here. */
    static String machine() {
        return System.getProperty("os.arch", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}

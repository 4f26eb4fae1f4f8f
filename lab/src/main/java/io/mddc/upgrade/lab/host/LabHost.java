package io.mddc.upgrade.lab.host;

import io.mddc.upgrade.cluster.HostId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A machine of the lab: own files under /opt, /etc and /var, own process tree, own host name and boot id; the network and all
 * other folders are the machine's it runs on.
 */
public interface LabHost extends AutoCloseable {
    HostId id();

    /** Its own loopback address. */
    String address();

    /** Starts it, or starts it again with what was written before its power was cut. */
    void boot();

    boolean isUp();

    /**
     * Starts a command on the host; standard output and error are pipes, input is empty. A command may outlive the
     * caller only in a session of its own (setsid).
     */
    Process enter(List<String> command);

    /** As {@link #enter}, with what must be set in its environment and the folder it starts in prepared by the caller. */
    Process enter(ProcessBuilder prepared);

    /** The command itself, of a process that {@link #enter} gave: to be killed, or watched. */
    ProcessHandle commandOf(Process entered);

    /** Runs a command to its end. */
    CommandResult run(List<String> command);

    /** Power cut: every process on it dies at once. */
    void cut();

    /** A file that anybody on it makes who wants it to be started again; see {@link HostKeeper}. */
    Path restartWish();

    /** Where a path of the host (under /opt, /etc, /var) can be read from outside, with the newest content written there. */
    Path outside(Path onHost);

    /** How packages come onto it, and what it says of them. */
    HostPackages packages();

    /** The finished runs of the package's scripts, oldest first. */
    List<InstallerRun> installerRuns(String packageName);

    /** The finished runs of the package's programs, by their end. */
    List<ProgramRun> programRuns(String packageName);

    /** When the process that the package's pid file names was started, from /proc; empty when none runs. */
    Optional<Instant> serviceStartedAt(String packageName);

    /** Its process id as seen from outside, for chaos. */
    Optional<Long> servicePid(String packageName);

    /** From now on it stays up when this process ends. */
    void keepRunning();

    /** Cuts the power for good and unmounts everything; the files stay. */
    @Override
    void close();
}

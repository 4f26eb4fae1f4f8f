package io.mddc.upgrade.lab.host;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.lab.service.http.ProcessClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine it runs on seen through overlays (mount, process and host name spaces of Linux); the network is shared. */
final class LayeredHost implements LabHost {
    private final HostId id;
    private final String address;
    private final Path folder;
    private final HostPackages packages;
    private Optional<InitProcess> init = Optional.empty();

    LayeredHost(HostId id, String address, Path folder) {
        this(id, address, folder, PackageFormat.DEB);
    }

    /**
     * @param format of its packages: DEB or RPM
     */
    LayeredHost(HostId id, String address, Path folder, PackageFormat format) {
        this.packages = format == PackageFormat.RPM ? new RedHatPackages(this) : new DebianPackages(this);
        this.id = id;
        this.address = address;
        this.folder = folder.toAbsolutePath().normalize();
        var hidden = Stream.concat(InitProcess.OWN.stream(), Stream.of("run")).toList();
        for (var own : hidden) {
            if (this.folder.startsWith(Path.of("/", own))) {
                throw new HostFailure("The work folder " + this.folder + " lies below /" + own
                        + ", of which each host has its own: choose another workFolder in the lab's settings");
            }
        }
    }

    @Override
    public HostId id() {
        return id;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public synchronized void boot() {
        if (!isUp()) {
            try {
                Files.createDirectories(folder);
                ownDpkgLog();
                if (packages.format() == PackageFormat.RPM) {
                    RedHatPackages.prepare(this);
                }
            } catch (IOException e) {
                throw new HostFailure("The folder of host " + id + " cannot be made: " + e.getMessage(), e);
            }
            init = Optional.of(InitProcess.start(id.value(), folder));
        }
    }

    @Override
    public synchronized boolean isUp() {
        return init.filter(InitProcess::isAlive).isPresent();
    }

    @Override
    public Process enter(List<String> command) {
        return enter(
                new ProcessBuilder(command).redirectInput(Path.of("/dev/null").toFile()));
    }

    @Override
    public Process enter(ProcessBuilder prepared) {
        try {
            return entering(prepared).start();
        } catch (IOException e) {
            throw new HostFailure("Host " + id + " cannot be entered: " + e.getMessage(), e);
        }
    }

    @Override
    public ProcessHandle commandOf(Process entered) {
        return Wait.until(
                "the command of " + entered.pid() + " on " + id,
                () -> entered.toHandle().children().findFirst().filter(child -> entered.isAlive()));
    }

    @Override
    public synchronized void cut() {
        init.ifPresent(InitProcess::kill);
        init = Optional.empty();
    }

    @Override
    public Path restartWish() {
        return folder.resolve("restart-wish");
    }

    @Override
    public Path outside(Path onHost) {
        for (var own : InitProcess.OWN) {
            var root = Path.of("/", own);
            if (onHost.startsWith(root)) {
                return folder.resolve("layers").resolve(own).resolve("up").resolve(root.relativize(onHost));
            }
        }
        return onHost;
    }

    @Override
    public HostPackages packages() {
        return packages;
    }

    @Override
    public List<InstallerRun> installerRuns(String packageName) {
        return HostLogs.runs(outside(Path.of("/var/log/opswat", packageName, "scripts.log")));
    }

    @Override
    public List<ProgramRun> programRuns(String packageName) {
        return HostLogs.programs(outside(Path.of("/var/log/opswat", packageName, "runs.log")));
    }

    @Override
    public Optional<Instant> serviceStartedAt(String packageName) {
        return servicePid(packageName).flatMap(ProcessClock::startOf);
    }

    @Override
    public synchronized Optional<Long> servicePid(String packageName) {
        var pidFile = outside(Path.of("/var/lib/opswat", packageName, "service.pid"));
        return init.flatMap(first -> NamespacePids.outside(first.pid(), pidFile));
    }

    @Override
    public CommandResult run(List<String> command) {
        try {
            var output = Files.createTempFile(folder, "command", ".out");
            try {
                return Commands.toEnd(entering(new ProcessBuilder(command)), output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new HostFailure("Host " + id + " cannot be entered: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void keepRunning() {
        init.ifPresent(InitProcess::keep);
    }

    @Override
    public void close() {
        cut();
    }

    /** So that the machine's own history does not show as this host's. */
    private void ownDpkgLog() throws IOException {
        var log = outside(DebianPackages.LOG);
        if (!Files.exists(log)) {
            Files.createDirectories(log.getParent());
            Files.createFile(log);
        }
    }

    private synchronized ProcessBuilder entering(ProcessBuilder prepared) {
        var first = init.filter(InitProcess::isAlive)
                .orElseThrow(() -> new HostFailure("Host " + id + " is down: boot it first"));
        var words = new ArrayList<>(List.of("nsenter", "--target", Long.toString(first.pid())));
        words.addAll(List.of("--mount", "--pid", "--uts", "--"));
        Optional.ofNullable(prepared.directory())
                .ifPresent(directory -> words.addAll(List.of("env", "-C", directory.getAbsolutePath())));
        words.addAll(prepared.command());
        return prepared.directory(null).command(words);
    }
}

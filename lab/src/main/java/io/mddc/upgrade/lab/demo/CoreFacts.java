package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.host.Cluster;
import io.mddc.upgrade.lab.host.InstallerRun;
import io.mddc.upgrade.lab.host.LabInstance;
import io.mddc.upgrade.lab.ledger.ServicesEntry;
import io.mddc.upgrade.lab.service.admin.Isolation;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import io.mddc.upgrade.lab.service.shared.WorkSwitch;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the lab itself can tell of a Core's upgrade: from the host's dpkg.log, from what the package's scripts noted, from the
 * shared services' leases and books, and from the Core. Never from the orchestrator.
 */
final class CoreFacts {
    private static final Duration LONGEST_READING = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final Watches watches;
    private final List<WorkSwitch> switches;
    private final Map<String, ServicesEntry> files;

    CoreFacts(Cluster cluster, Watches watches, Map<String, ServicesEntry> files) {
        this.cluster = cluster;
        this.watches = watches;
        this.switches = cluster.shared().workSwitches();
        this.files = Map.copyOf(files);
    }

    /** How often dpkg unpacked that version. */
    int installs(LabInstance core, Version version) {
        return Math.toIntExact(
                cluster.host(core.host()).dpkgInstalls(core.part().packageName()).stream()
                        .filter(install -> install.version().equals(version))
                        .count());
    }

    /** What the Core answers; empty when it does not. */
    Optional<String> running(LabInstance core) {
        try {
            return Optional.of(cluster.core(core.id()).version());
        } catch (PartUnreachable e) {
            return Optional.empty();
        }
    }

    /** The Core says that it is isolated; empty when it does not answer. */
    Optional<Boolean> isolated(LabInstance core) {
        try {
            Optional<Isolation> isolation = cluster.core(core.id()).isolation();
            return Optional.of(isolation.isPresent());
        } catch (PartUnreachable e) {
            return Optional.empty();
        }
    }

    /** The first time from that moment on that the Core ceased to take work. */
    Optional<WorkSwitch> isolation(LabInstance core, Instant from) {
        return switches.stream()
                .filter(change -> change.core().equals(core.id().value()) && !change.takingWork())
                .filter(change -> !change.at().isBefore(from))
                .min(Comparator.comparing(WorkSwitch::at));
    }

    /**
     * Empty when something of it was never seen.
     *
     * @param go when the unit got its slot
     */
    Optional<UnitClock> clock(LabInstance core, Version version, Instant go, Duration soak) {
        return isolation(core, go)
                .flatMap(isolation -> run(core, version, go)
                        .flatMap(run -> watches.readiness()
                                .readyFrom(core.id(), run.end())
                                .map(ready -> new UnitClock(
                                        isolation.at(),
                                        lastFile(isolation),
                                        began(core, run),
                                        run.end(),
                                        ready,
                                        soak))));
    }

    /** dpkg reads its database before it runs the first script; when that was not seen, the script counts. */
    private Instant began(LabInstance core, InstallerRun run) {
        return watches.installers()
                .lastBefore(core.host(), run.begin())
                .filter(at -> Duration.between(at, run.begin()).compareTo(LONGEST_READING) < 0)
                .orElse(run.begin());
    }

    private Optional<InstallerRun> run(LabInstance core, Version version, Instant from) {
        return cluster.host(core.host()).installerRuns(core.part().packageName()).stream()
                .filter(run -> run.version().equals(version) && !run.begin().isBefore(from))
                .findFirst();
    }

    private Instant lastFile(WorkSwitch isolation) {
        return isolation.inWork().stream()
                .map(files::get)
                .flatMap(entry -> Optional.ofNullable(entry).flatMap(ServicesEntry::ended).stream())
                .max(Comparator.naturalOrder())
                .filter(last -> last.isAfter(isolation.at()))
                .orElse(isolation.at());
    }
}

package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.host.Cluster;
import io.mddc.upgrade.lab.host.InstallerRun;
import io.mddc.upgrade.lab.host.LabInstance;
import io.mddc.upgrade.lab.ledger.ServicesEntry;
import io.mddc.upgrade.lab.packaging.LabPart;
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
 * What the lab itself can tell of an instance's upgrade: from the log of the host's installer, from what the package's scripts noted, from
 * the shared services' leases and books, and from the instance. Never from the orchestrator.
 */
final class InstanceFacts {
    private final Cluster cluster;
    private final Watches watches;
    private final List<WorkSwitch> switches;
    private final Map<String, ServicesEntry> files;

    InstanceFacts(Cluster cluster, Watches watches, Map<String, ServicesEntry> files) {
        this.cluster = cluster;
        this.watches = watches;
        this.switches = cluster.shared().workSwitches();
        this.files = Map.copyOf(files);
    }

    /** How often the installer unpacked that version. */
    int installs(LabInstance instance, Version version) {
        return Math.toIntExact(cluster
                .host(instance.host())
                .packages()
                .installs(instance.part().packageName())
                .stream()
                .filter(install -> install.version().equals(version))
                .count());
    }

    /** What it answers; empty when it does not. */
    Optional<String> running(LabInstance instance) {
        try {
            return Optional.of(cluster.sight(instance.id()).version());
        } catch (PartUnreachable e) {
            return Optional.empty();
        }
    }

    /** It says that it is isolated; empty when it does not answer. */
    private Optional<Boolean> isolated(LabInstance instance) {
        try {
            Optional<Isolation> isolation = cluster.probe(instance.id()).isolation();
            return Optional.of(isolation.isPresent());
        } catch (PartUnreachable e) {
            return Optional.empty();
        }
    }

    /** How many say that they are isolated; empty when one of them cannot be asked. */
    Optional<Integer> orphans(List<LabInstance> instances) {
        int orphans = 0;
        for (var instance : instances) {
            var said = instance.part().isIsolable() ? isolated(instance) : Optional.of(false);
            if (said.isEmpty()) {
                return Optional.empty();
            }
            orphans += said.get() ? 1 : 0;
        }
        return Optional.of(orphans);
    }

    /**
     * How it was taken out of work.
     *
     * @param files it had in work then; empty for a part that has none of its own
     * @param lastFile when the last of them got its verdict; the same moment when it had none
     */
    record Isolated(Instant at, Optional<Integer> files, Instant lastFile) {}

    /** The first time from that moment on: a Core by its lease, others by what balancers are told. */
    Optional<Isolated> isolation(LabInstance instance, Instant from) {
        return instance.part() == LabPart.CORE
                ? ceasing(instance, from)
                        .map(change -> new Isolated(
                                change.at(), Optional.of(change.inWork().size()), lastFile(change)))
                : watches.readiness().closedFrom(instance.id(), from).map(at -> new Isolated(at, Optional.empty(), at));
    }

    private Optional<WorkSwitch> ceasing(LabInstance instance, Instant from) {
        return switches.stream()
                .filter(change -> change.core().equals(instance.id().value()) && !change.takingWork())
                .filter(change -> !change.at().isBefore(from))
                .min(Comparator.comparing(WorkSwitch::at));
    }

    /**
     * Empty when something of it was never seen.
     *
     * @param go when the unit got its slot
     */
    Optional<UnitClock> clock(LabInstance instance, Version version, Instant go, Duration soak) {
        return isolation(instance, go)
                .flatMap(isolated -> run(instance, version, go)
                        .flatMap(run -> watches.readiness()
                                .fitFrom(instance.id(), run.end())
                                .map(ready -> new UnitClock(
                                        isolated.at(),
                                        isolated.lastFile(),
                                        watches.installers().began(instance.host(), run),
                                        run.end(),
                                        ready,
                                        soak.plus(deregistration(instance))))));
    }

    /** So long its clients may still send it requests. */
    private Duration deregistration(LabInstance instance) {
        return instance.part() == LabPart.API_GATEWAY
                ? cluster.config().gateway().deregistrationDelay()
                : Duration.ZERO;
    }

    private Optional<InstallerRun> run(LabInstance instance, Version version, Instant from) {
        return cluster.host(instance.host()).installerRuns(instance.part().packageName()).stream()
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

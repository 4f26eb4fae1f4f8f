package io.mddc.upgrade.controlcenter.inventory;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.Platform;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.plan.HostView;
import io.mddc.upgrade.protocol.WorkerReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The cluster as the workers see it, for whoever else needs it. A host is silent when its last report is too old. */
public final class Inventory {
    private final InventoryDao dao;
    private final Duration silentAfter;
    private final Clock clock;

    public Inventory(InventoryDao dao, Duration silentAfter, Clock clock) {
        this.dao = dao;
        this.silentAfter = silentAfter;
        this.clock = clock;
    }

    public List<Instance> instances() {
        return dao.listAll().stream().map(Reported::instance).toList();
    }

    public Set<HostId> silentHosts() {
        return dao.listWorkers().stream()
                .filter(worker -> isSilent(worker.lastReport()))
                .map(WorkerRow::host)
                .collect(toCollection(TreeSet::new));
    }

    /** What each worker says of its host. */
    public Map<HostId, HostView> hosts() {
        return dao.listWorkers().stream().collect(toUnmodifiableMap(WorkerRow::host, Inventory::host));
    }

    private static HostView host(WorkerRow worker) {
        return new HostView(worker.platform().orElse(Platform.UNTOLD), worker.diskFree(), worker.notes());
    }

    /**
     * Installs of an upgrade that were begun and had not ended when their host last reported.
     *
     * @param silentHost a report older than this no longer counts
     */
    public List<OperationId> openInstalls(UpgradeId upgrade, Duration silentHost) {
        var oldest = clock.instant().minus(silentHost);
        return dao.listWorkers().stream()
                .filter(worker -> worker.lastReport().isAfter(oldest))
                .flatMap(worker -> worker.openInstalls().stream())
                .filter(operation -> operation.upgrade().equals(upgrade))
                .toList();
    }

    boolean isSilent(Instant lastReport) {
        return lastReport.isBefore(clock.instant().minus(silentAfter));
    }

    /** An instance id is the lock of an instance, so two living hosts cannot both have it. */
    void take(WorkerReport report) {
        report.instances().forEach(instance -> checkOwner(report.host(), instance));
        dao.save(WorkerRow.of(report, clock.instant()), report.instances());
    }

    private void checkOwner(HostId host, Instance instance) {
        if (!instance.host().equals(host)) {
            throw new InstanceOfAnotherHost(instance, host);
        }
        dao.find(instance.id())
                .filter(known -> known.statedBy().isEmpty())
                .filter(known -> !known.instance().host().equals(host))
                .filter(Predicate.not(known -> isSilent(known.lastReport())))
                .ifPresent(known -> {
                    throw new InstanceOfAnotherHost(known.instance(), host);
                });
    }
}

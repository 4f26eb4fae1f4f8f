package io.mddc.upgrade.controlcenter.inventory;

import static java.util.stream.Collectors.toCollection;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.contract.ClusterState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/** Answers from reports that came after the question, as long as hosts keep reporting. */
public final class FreshClusterState implements ClusterState {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final InventoryDao dao;
    private final Duration patience;
    private final Clock clock;

    /**
     * @param patience how long to wait for a host's next report
     */
    public FreshClusterState(InventoryDao dao, Duration patience, Clock clock) {
        this.dao = dao;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Active active(Component component) {
        var asked = clock.instant();
        var reports = dao.listOf(component);
        while (!staleHosts(reports, asked).isEmpty() && clock.instant().isBefore(asked.plus(patience))) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            reports = dao.listOf(component);
        }
        return answer(reports, staleHosts(reports, asked));
    }

    @Override
    public List<Place> places(Component component) {
        return dao.listOf(component).stream()
                .map(Reported::instance)
                .map(instance -> new Place(instance.id(), instance.host()))
                .toList();
    }

    private static Active answer(List<Reported> reports, Set<HostId> silent) {
        var active = reports.stream()
                .map(Reported::instance)
                .filter(instance -> !silent.contains(instance.host()))
                .filter(Instance::isActive)
                .map(Instance::id)
                .toList();
        return new Active(active, silent.stream().map(HostId::value).toList());
    }

    private static Set<HostId> staleHosts(List<Reported> reports, Instant asked) {
        return reports.stream()
                .filter(report -> !report.lastReport().isAfter(asked))
                .map(report -> report.instance().host())
                .collect(toCollection(TreeSet::new));
    }
}

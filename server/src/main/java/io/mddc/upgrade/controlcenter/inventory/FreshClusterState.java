package io.mddc.upgrade.controlcenter.inventory;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

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
import java.util.function.Function;
import java.util.function.Supplier;

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
        var reports = fresh(() -> dao.listOf(component), asked);
        return answer(reports, staleHosts(reports, asked));
    }

    @Override
    public OnHost onHost(HostId host) {
        var reports = fresh(() -> dao.listOn(host), clock.instant());
        var counts = dao.listAll().stream()
                .map(report -> report.instance().component())
                .filter(component ->
                        reports.stream().anyMatch(report -> report.instance().component() == component))
                .collect(toMap(Function.identity(), component -> 1, Integer::sum));
        return new OnHost(reports.stream().map(Reported::instance).toList(), counts);
    }

    private List<Reported> fresh(Supplier<List<Reported>> read, Instant asked) {
        var reports = read.get();
        while (!staleHosts(reports, asked).isEmpty() && clock.instant().isBefore(asked.plus(patience))) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            reports = read.get();
        }
        return reports;
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
                .filter(report -> report.statedBy().isEmpty())
                .filter(report -> !report.lastReport().isAfter(asked))
                .map(report -> report.instance().host())
                .collect(toCollection(TreeSet::new));
    }
}

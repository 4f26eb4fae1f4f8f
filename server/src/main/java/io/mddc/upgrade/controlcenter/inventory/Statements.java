package io.mddc.upgrade.controlcenter.inventory;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.HostNote;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.contract.StatedInventory;
import io.mddc.upgrade.plan.StatedInstances;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The instances on hosts without our worker, as people state them. The word of a worker is worth more: its first report takes
 * the instance over, or takes away what the host does not have.
 */
public final class Statements implements StatedInventory {
    private static final Logger log = LoggerFactory.getLogger(Statements.class);

    private final InventoryDao dao;
    private final Inventory inventory;
    private final Clock clock;

    public Statements(InventoryDao dao, Inventory inventory, Clock clock) {
        this.dao = dao;
        this.inventory = inventory;
        this.clock = clock;
    }

    /** Throws {@link InstanceStated} when there is one. */
    Reported add(InstanceId id, Statement statement, String by) {
        dao.find(id).flatMap(Reported::statedBy).ifPresent(before -> {
            throw new InstanceStated(id, before);
        });
        return put(id, statement, by);
    }

    /** Said twice it is said once. */
    Reported put(InstanceId id, Statement statement, String by) {
        requireNoWorker(id, statement.host());
        dao.find(id).filter(this::isReported).ifPresent(known -> {
            throw new HostHasWorker(id, known.instance().host());
        });
        dao.state(statement.of(id), new InventoryDao.Stating(by, statement.platform(), clock.instant()));
        log.info("{} states {} on {}: {}", by, id, statement.host(), statement.installed());
        return dao.find(id).orElseThrow(() -> new UnknownInstance(id));
    }

    /** Throws {@link UnknownInstance} when nobody stated it. */
    void remove(InstanceId id) {
        dao.find(id).filter(this::isReported).ifPresent(known -> {
            throw new HostHasWorker(id, known.instance().host());
        });
        if (dao.deleteStated(id) == 0) {
            throw new UnknownInstance(id);
        }
    }

    @Override
    public void note(UpgradeId upgrade, InstanceId instance, Version version) {
        dao.updateStated(instance, version, "upgrade/" + upgrade, clock.instant());
    }

    /**
     * For whoever plans.
     *
     * @param configured the host whose worker asks them; where none is named, the one this control center itself runs on
     */
    public StatedInstances known(Optional<HostId> configured) {
        var platforms = dao.listStated().stream()
                .collect(toUnmodifiableMap(
                        row -> row.instance().id(), row -> row.statedPlatform().orElseThrow()));
        return new StatedInstances(platforms, configured.or(this::ownHost));
    }

    /** Empty as long as no worker, or more than one, reports a control center of this product. */
    private Optional<HostId> ownHost() {
        var centers = dao.listOf(Component.CONTROL_CENTER).stream()
                .map(row -> row.instance().id())
                .toList();
        var hosts = dao.listWorkers().stream()
                .filter(worker -> worker.notes().stream()
                        .filter(note -> note.kind() == HostNote.Kind.SELF)
                        .anyMatch(note ->
                                note.instance().filter(centers::contains).isPresent()))
                .map(WorkerRow::host)
                .toList();
        return hosts.size() == 1 ? Optional.of(hosts.get(0)) : Optional.empty();
    }

    private void requireNoWorker(InstanceId id, HostId host) {
        dao.findWorker(host)
                .map(WorkerRow::lastReport)
                .filter(Predicate.not(inventory::isSilent))
                .ifPresent(living -> {
                    throw new HostHasWorker(id, host);
                });
    }

    private boolean isReported(Reported known) {
        return known.statedBy().isEmpty() && !inventory.isSilent(known.lastReport());
    }
}

package io.mddc.upgrade.controlcenter.inventory;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.Platform;
import io.mddc.upgrade.cluster.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** Hosts and instances as reported. */
@RegisterConstructorMapper(WorkerRow.class)
@RegisterConstructorMapper(Reported.class)
public interface InventoryDao {
    @SqlQuery("SELECT * FROM worker ORDER BY host")
    List<WorkerRow> listWorkers();

    @SqlQuery("SELECT * FROM worker WHERE host = :host")
    Optional<WorkerRow> findWorker(HostId host);

    @SqlQuery("SELECT * FROM instance WHERE id > :after ORDER BY id FETCH FIRST :limit ROWS ONLY")
    List<Reported> list(String after, int limit);

    @SqlQuery("SELECT * FROM instance ORDER BY id")
    List<Reported> listAll();

    @SqlQuery("SELECT * FROM instance WHERE component = :component ORDER BY id")
    List<Reported> listOf(Component component);

    @SqlQuery("SELECT * FROM instance WHERE host = :host ORDER BY id")
    List<Reported> listOn(HostId host);

    @SqlQuery("SELECT * FROM instance WHERE stated_by IS NOT NULL ORDER BY id")
    List<Reported> listStated();

    @SqlQuery("SELECT * FROM instance WHERE id = :id")
    Optional<Reported> find(InstanceId id);

    @SqlUpdate("""
            INSERT INTO worker (host, version, load_average, memory_free, disk_free, open_installs, platform, notes, last_report)
            VALUES (:host, :version, :loadAverage, :memoryFree, :diskFree, :openInstalls, :platform, :notes, :lastReport)
            ON CONFLICT DO NOTHING
            """)
    int insertWorker(@BindMethods WorkerRow worker);

    @SqlUpdate("""
            UPDATE worker
            SET version = :version, load_average = :loadAverage, memory_free = :memoryFree, disk_free = :diskFree,
                open_installs = :openInstalls, platform = :platform, notes = :notes,
                last_report = :lastReport
            WHERE host = :host
            """)
    int updateWorker(@BindMethods WorkerRow worker);

    @SqlUpdate("""
            INSERT INTO instance (id, component, host, address, installed, running, health, isolated_by, last_report)
            VALUES (:id, :component, :host, :address, :installed, :running, :health, :isolatedBy, :now)
            ON CONFLICT DO NOTHING
            """)
    int insert(@BindMethods Instance instance, Instant now);

    @SqlUpdate("""
            UPDATE instance
            SET component = :component, host = :host, address = :address, installed = :installed, running = :running,
                health = :health, isolated_by = :isolatedBy, last_report = :now, stated_by = NULL, stated_platform = NULL
            WHERE id = :id
            """)
    int update(@BindMethods Instance instance, Instant now);

    @SqlUpdate("UPDATE instance SET stated_by = :by, stated_platform = :platform WHERE id = :id")
    int markStated(InstanceId id, String by, Platform platform);

    /** What a worker reports by now stays as that says. */
    @SqlUpdate("""
            UPDATE instance SET installed = :version, stated_by = :by, last_report = :now
            WHERE id = :id AND stated_by IS NOT NULL
            """)
    int updateStated(InstanceId id, Version version, String by, Instant now);

    @SqlUpdate("DELETE FROM instance WHERE id = :id AND stated_by IS NOT NULL")
    int deleteStated(InstanceId id);

    /** Who states it, and when. */
    record Stating(String by, Platform platform, Instant now) {}

    /** Puts it in, or in the place of what was known of it. */
    @Transaction
    default void state(Instance instance, Stating word) {
        if (insert(instance, word.now()) == 0) {
            update(instance, word.now());
        }
        markStated(instance.id(), word.by(), word.platform());
    }

    /** Those the host's latest report no longer has. */
    @SqlUpdate("DELETE FROM instance WHERE host = :host AND last_report < :now")
    int deleteOlder(HostId host, Instant now);

    /** All of a report or nothing of it; what is no longer in it is gone. */
    @Transaction
    default void save(WorkerRow worker, List<Instance> instances) {
        if (insertWorker(worker) == 0) {
            updateWorker(worker);
        }
        for (var instance : instances) {
            if (insert(instance, worker.lastReport()) == 0) {
                update(instance, worker.lastReport());
            }
        }
        deleteOlder(worker.host(), worker.lastReport());
    }
}

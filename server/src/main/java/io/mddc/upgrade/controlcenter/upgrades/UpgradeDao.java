package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.run.WaitReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The upgrades' own rows, one of which at most holds the cluster. */
@RegisterConstructorMapper(UpgradeRow.class)
public interface UpgradeDao {
    @SqlQuery("SELECT * FROM upgrade WHERE id = :id")
    Optional<UpgradeRow> find(UpgradeId id);

    @SqlQuery("SELECT * FROM upgrade WHERE active_key IS NOT NULL")
    Optional<UpgradeRow> findHolder();

    /** Those that wait for their time and hold nothing. */
    @SqlQuery("SELECT * FROM upgrade WHERE active_key IS NULL AND outcome IS NULL ORDER BY started_at")
    List<UpgradeRow> listWaiting();

    /** Throws what the unique column says when another upgrade has the cluster. */
    @SqlUpdate("UPDATE upgrade SET active_key = 'cluster' WHERE id = :id AND outcome IS NULL")
    int take(UpgradeId id);

    @SqlUpdate("UPDATE upgrade SET active_key = NULL WHERE id = :id AND outcome IS NULL")
    int release(UpgradeId id);

    /** Newest first. */
    @SqlQuery("SELECT * FROM upgrade ORDER BY started_at DESC FETCH FIRST :limit ROWS ONLY")
    List<UpgradeRow> listNewest(int limit);

    @SqlQuery("""
            SELECT * FROM upgrade
            WHERE started_at < (SELECT started_at FROM upgrade WHERE id = :after)
            ORDER BY started_at DESC
            FETCH FIRST :limit ROWS ONLY
            """)
    List<UpgradeRow> listOlder(UpgradeId after, int limit);

    @SqlQuery("SELECT id FROM upgrade WHERE id LIKE :day || '-%'")
    List<UpgradeId> listOfDay(String day);

    /** The upgrade in work whose plan names the package, as the new or the former one. */
    @SqlQuery("""
            SELECT id FROM upgrade
            WHERE active_key IS NOT NULL AND EXISTS (
                SELECT 1 FROM stage WHERE upgrade_id = upgrade.id AND plan LIKE '%' || :digest || '%')
            """)
    Optional<UpgradeId> findNeeding(Sha256 digest);

    @SqlUpdate("""
            INSERT INTO upgrade (id, active_key, state, outcome, sentence, wait_reason, policy, findings, started_by,
                started_at, ended_at, last_seq, start_time)
            VALUES (:id, :activeKey, :state, :outcome, :sentence, :waitReason, :policy, :findings, :startedBy,
                :startedAt, :endedAt, 0, :startTime)
            """)
    void insert(@BindMethods UpgradeRow row);

    /** Locks the row until the transaction ends; order of locking is order of events. */
    @SqlQuery("SELECT last_seq FROM upgrade WHERE id = :id FOR UPDATE")
    Optional<Long> lock(UpgradeId id);

    @SqlUpdate("UPDATE upgrade SET last_seq = :seq WHERE id = :id")
    void updateSeq(UpgradeId id, long seq);

    /** An upgrade that has its outcome keeps its last words. */
    @SqlUpdate("""
            UPDATE upgrade
            SET state = :state, sentence = :sentence, wait_reason = :waitReason
            WHERE id = :id AND outcome IS NULL
            """)
    int update(UpgradeId id, UpgradeState state, String sentence, WaitReason waitReason);

    /** Of one that has ended as well: it may be reopened. */
    @SqlUpdate("""
            UPDATE upgrade SET maintenance = :phase, sentence = :sentence, wait_reason = :waitReason WHERE id = :id
            """)
    int updateMaintenance(UpgradeId id, MaintenancePhase phase, String sentence, WaitReason waitReason);

    /** One that has ended takes the cluster again for its cleanup; 0 when it does not stay closed. */
    @SqlUpdate("""
            UPDATE upgrade SET active_key = 'cluster', maintenance = 'STARTING'
            WHERE id = :id AND outcome IS NOT NULL AND maintenance = 'STAYS_CLOSED'
            """)
    int reopen(UpgradeId id);

    @SqlUpdate("""
            UPDATE upgrade SET active_key = NULL, wait_reason = :waitReason WHERE id = :id AND outcome IS NOT NULL
            """)
    int giveBackAgain(UpgradeId id, WaitReason waitReason);

    /** Writes the end and gives the cluster back in one statement; the first outcome stays. */
    @SqlUpdate("""
            UPDATE upgrade
            SET state = 'ENDED', outcome = :outcome, sentence = :sentence, wait_reason = :waitReason, ended_at = :now,
                active_key = NULL
            WHERE id = :id AND outcome IS NULL
            """)
    int end(UpgradeId id, Outcome outcome, String sentence, WaitReason waitReason, Instant now);
}

package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.UpgradeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The commands that were accepted, by their idempotency key. */
public interface CommandDao {
    @SqlQuery("SELECT * FROM command WHERE idempotency_key = :key")
    @RegisterConstructorMapper(Command.class)
    Optional<Command> find(String key);

    /** A second of the same key is refused by the database. */
    @SqlUpdate("""
            INSERT INTO command (idempotency_key, upgrade_id, action, body_digest, actor, accepted_at)
            VALUES (:idempotencyKey, :upgradeId, :action, :bodyDigest, :actor, :acceptedAt)
            """)
    void insert(@BindMethods Command command);

    @SqlUpdate("""
            INSERT INTO command (idempotency_key, upgrade_id, action, body_digest, actor, accepted_at)
            VALUES (:idempotencyKey, :upgradeId, :action, :bodyDigest, :actor, :acceptedAt)
            ON CONFLICT DO NOTHING
            """)
    int insertOnce(@BindMethods Command command);

    /** Those that end the way forward, and take back what was done or not. */
    @SqlQuery("""
            SELECT * FROM command WHERE upgrade_id = :upgrade AND action IN ('abort', 'rollback') ORDER BY accepted_at
            """)
    @RegisterConstructorMapper(Command.class)
    List<Command> listTurns(UpgradeId upgrade);

    /**
     * @param bodyDigest of what was asked, so that a key is not used for two things
     */
    record Command(
            String idempotencyKey,
            UpgradeId upgradeId,
            String action,
            Sha256 bodyDigest,
            String actor,
            Instant acceptedAt) {}
}

package io.mddc.upgrade.controlcenter.hold;

import io.mddc.upgrade.cluster.UpgradeId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Every emergency stop there was, of which one at most is not released. */
@RegisterConstructorMapper(StopRow.class)
public interface EmergencyStopDao {
    @SqlQuery("SELECT * FROM emergency_stop WHERE active_key IS NOT NULL")
    Optional<StopRow> find();

    @SqlQuery("SELECT * FROM emergency_stop ORDER BY id DESC FETCH FIRST 1 ROWS ONLY")
    Optional<StopRow> findNewest();

    @SqlQuery("SELECT told_stop FROM upgrade WHERE id = :upgrade")
    Optional<String> findTold(UpgradeId upgrade);

    @SqlUpdate("UPDATE upgrade SET told_stop = :sentence WHERE id = :upgrade")
    void updateTold(UpgradeId upgrade, String sentence);

    /** Does nothing while one is set. */
    @SqlUpdate("""
            INSERT INTO emergency_stop (active_key, stopped_by, reason, since)
            VALUES ('stop', :by, :reason, :now)
            ON CONFLICT DO NOTHING
            """)
    int insert(String by, String reason, Instant now);

    @SqlUpdate("""
            UPDATE emergency_stop
            SET active_key = NULL, released_by = :by, release_reason = :reason, released_at = :now
            WHERE active_key IS NOT NULL
            """)
    int release(String by, String reason, Instant now);
}

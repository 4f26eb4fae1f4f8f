package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.UpgradeId;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The run log; lines are added, never changed. */
public interface EventDao {
    @SqlQuery("SELECT EXISTS (SELECT 1 FROM run_event WHERE event_key = :key)")
    boolean exists(String key);

    @SqlUpdate("""
            INSERT INTO run_event (upgrade_id, seq, event_key, recorded_at, subject, component, instance, state, sentence,
                wait_reason, maintenance)
            VALUES (:upgrade, :seq, :key, :recordedAt, :subject, :component, :instance, :state, :sentence, :waitReason,
                :maintenance)
            """)
    void insert(UpgradeId upgrade, String key, @BindMethods EventRow event);

    /** Newest first. */
    @SqlQuery("SELECT * FROM run_event WHERE upgrade_id = :upgrade ORDER BY seq DESC FETCH FIRST :limit ROWS ONLY")
    @RegisterConstructorMapper(EventRow.class)
    List<EventRow> listNewest(UpgradeId upgrade, int limit);

    @SqlQuery("""
            SELECT * FROM run_event
            WHERE upgrade_id = :upgrade AND seq > :after
            ORDER BY seq
            FETCH FIRST :limit ROWS ONLY
            """)
    @RegisterConstructorMapper(EventRow.class)
    List<EventRow> list(UpgradeId upgrade, long after, int limit);
}

package io.mddc.upgrade.controlcenter.windows;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The blackouts. */
@RegisterConstructorMapper(StoredBlackout.class)
public interface BlackoutDao {
    @SqlQuery("SELECT * FROM blackout WHERE id > :after ORDER BY id FETCH FIRST :limit ROWS ONLY")
    List<StoredBlackout> list(long after, int limit);

    @SqlQuery("SELECT * FROM blackout ORDER BY from_at")
    List<StoredBlackout> listAll();

    /** Gives its number. */
    @SqlUpdate("INSERT INTO blackout (from_at, to_at, reason) VALUES (:from, :to, :reason)")
    @GetGeneratedKeys("id")
    long insert(Instant from, Instant to, String reason);

    @SqlUpdate("DELETE FROM blackout WHERE id = :id")
    int delete(long id);
}

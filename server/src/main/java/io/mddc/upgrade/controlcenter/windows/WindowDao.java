package io.mddc.upgrade.controlcenter.windows;

import io.mddc.upgrade.window.MaintenanceWindow;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The windows. */
@RegisterConstructorMapper(StoredWindow.class)
public interface WindowDao {
    @SqlQuery("SELECT * FROM maintenance_window WHERE id = :id")
    Optional<StoredWindow> find(long id);

    @SqlQuery("SELECT * FROM maintenance_window WHERE id > :after ORDER BY id FETCH FIRST :limit ROWS ONLY")
    List<StoredWindow> list(long after, int limit);

    @SqlQuery("SELECT * FROM maintenance_window ORDER BY id")
    List<StoredWindow> listAll();

    /** Gives its number. */
    @SqlUpdate("INSERT INTO maintenance_window (definition, version) VALUES (:definition, 1)")
    @GetGeneratedKeys("id")
    long insert(MaintenanceWindow definition);

    /** 0 when somebody else changed or deleted it meanwhile. */
    @SqlUpdate("""
            UPDATE maintenance_window SET definition = :definition, version = version + 1
            WHERE id = :id AND version = :version
            """)
    int update(long id, long version, MaintenanceWindow definition);

    @SqlUpdate("DELETE FROM maintenance_window WHERE id = :id")
    int delete(long id);
}

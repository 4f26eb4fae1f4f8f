package io.mddc.upgrade.controlcenter.settings;

import io.mddc.upgrade.cluster.SettingName;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The settings, one row each, which are there from the beginning. */
@RegisterConstructorMapper(SettingRow.class)
public interface SettingDao {
    @SqlQuery("SELECT * FROM setting ORDER BY name")
    List<SettingRow> list();

    @SqlQuery("SELECT * FROM setting WHERE name = :name")
    SettingRow get(SettingName name);

    /** Who takes the cluster locks the same row. */
    @SqlQuery("SELECT * FROM setting WHERE name = :name FOR UPDATE")
    SettingRow lock(SettingName name);

    @SqlUpdate("""
            UPDATE setting
            SET document = :document, changed_by = :by, changed_at = :now
            WHERE name = :name
            """)
    void update(SettingName name, String document, String by, Instant now);
}

package io.mddc.upgrade.controlcenter.hold;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.protocol.WatchedSetting;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Settings of control centers of the vendor's, and what the holding row knows of them. */
@RegisterConstructorMapper(WatchedRow.class)
@RegisterConstructorMapper(KnownSettings.class)
public interface WatchedSettingDao {
    @SqlQuery("SELECT * FROM watched_setting ORDER BY control_center, name")
    List<WatchedRow> list();

    @SqlUpdate("""
            INSERT INTO watched_setting (control_center, name, host, digest, document, changed_at, read_at)
            VALUES (:controlCenter, :name, :host, :digest, :document, :now, :now)
            ON CONFLICT DO NOTHING
            """)
    int insert(@BindMethods WatchedSetting setting, HostId host, Instant now);

    @SqlUpdate("""
            UPDATE watched_setting
            SET host = :host, changed_at = CASE WHEN digest = :digest THEN changed_at ELSE :now END,
                digest = :digest, document = :document, read_at = :now
            WHERE control_center = :controlCenter AND name = :name
            """)
    int update(@BindMethods WatchedSetting setting, HostId host, Instant now);

    @SqlQuery("SELECT settings_told AS changes, settings_known AS settings FROM upgrade WHERE id = :upgrade FOR UPDATE")
    KnownSettings lockKnown(UpgradeId upgrade);

    /** What was told before stays counted. */
    @SqlUpdate("UPDATE upgrade SET settings_known = :settings WHERE id = :upgrade")
    int updateFound(UpgradeId upgrade, List<WatchedSetting> settings);

    @SqlUpdate("UPDATE upgrade SET settings_told = :changes, settings_known = :settings WHERE id = :upgrade")
    int updateKnown(UpgradeId upgrade, @BindMethods KnownSettings known);
}

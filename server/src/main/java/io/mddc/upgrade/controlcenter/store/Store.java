package io.mddc.upgrade.controlcenter.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.HostNote;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.Platform;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.plan.Finding;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.StartTime;
import io.mddc.upgrade.protocol.WatchedSetting;
import io.mddc.upgrade.run.WaitReason;
import io.mddc.upgrade.window.MaintenanceWindow;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** A database at the newest schema, and a JDBI that knows our values. The same for H2 and PostgreSQL. */
public final class Store {
    private Store() {}

    /** Migrates, then opens. */
    public static Jdbi open(DataSource source) {
        migrate(source);
        return migrated(source);
    }

    /** Brings it to the newest schema. */
    public static void migrate(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .cleanDisabled(true)
                .load()
                .migrate();
    }

    /** Over a database that is at the newest schema. */
    public static Jdbi migrated(DataSource source) {
        var jdbi = Jdbi.create(source);
        jdbi.installPlugin(new SqlObjectPlugin());
        InstantColumn.register(jdbi);
        TextColumn.register(jdbi, HostId.class, HostId::new);
        TextColumn.register(jdbi, InstanceId.class, InstanceId::new);
        TextColumn.register(jdbi, UpgradeId.class, UpgradeId::new);
        TextColumn.register(jdbi, OperationId.class, OperationId::parse);
        TextColumn.register(jdbi, Sha256.class, Sha256::new);
        TextColumn.register(jdbi, Version.class, Version::new);
        TextColumn.register(jdbi, Platform.class, Platform::parse);
        TextColumn.register(jdbi, StartTime.class, StartTime::parse);
        registerJson(jdbi, UpgradeJson.mapper());
        return jdbi;
    }

    private static void registerJson(Jdbi jdbi, ObjectMapper mapper) {
        JsonColumn.register(jdbi, mapper, new TypeReference<WaitReason>() {});
        JsonColumn.register(jdbi, mapper, new TypeReference<Policy>() {});
        JsonColumn.register(jdbi, mapper, new TypeReference<StagePlan>() {});
        JsonColumn.register(jdbi, mapper, new TypeReference<MaintenanceWindow>() {});
        JsonColumn.register(jdbi, mapper, new TypeReference<List<Finding>>() {});
        JsonColumn.register(jdbi, mapper, new TypeReference<List<OperationId>>() {});
        JsonColumn.register(jdbi, mapper, new TypeReference<List<HostNote>>() {});
        JsonColumn.register(jdbi, mapper, new TypeReference<List<WatchedSetting>>() {});
        JsonColumn.register(jdbi, mapper, new TypeReference<Map<String, String>>() {});
    }
}

package io.mddc.upgrade.controlcenter;

import static java.util.Objects.requireNonNullElse;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.mddc.upgrade.controlcenter.store.Store;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the control center remembers.
 *
 * @param url {@code jdbc:postgresql://…}; empty for a file of its own in the data folder
 */
public record DatabaseSettings(String url, String user, String password) {
    static final DatabaseSettings DEFAULT = new DatabaseSettings("", "", "");
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String H2 = "jdbc:h2:";
    /**
     * A commit is on disk before it is answered, and a stop closes the file after the last connection. A row that somebody else
     * writes is waited for, on a busy machine too (milliseconds).
     */
    private static final String H2_MODE =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;"
                    + "DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=15000";

    public DatabaseSettings(@Nullable String url, @Nullable String user, @Nullable String password) {
        this.url = requireNonNullElse(url, "");
        this.user = requireNonNullElse(user, "");
        this.password = requireNonNullElse(password, "");
        if (!this.url.isEmpty() && !this.url.startsWith(POSTGRESQL) && !this.url.startsWith(H2)) {
            throw new UnusableSetting(
                    "database.url", this.url, POSTGRESQL + "//host/name, or nothing for a file in the data folder");
        }
    }

    /**
     * Migrates, then builds the pool. H2 goes on checking a constraint in the session that made it, so the migration has
     * connections of its own: with the last of them the file is closed, and whoever opens it next makes its constraints anew.
     */
    ManagedDataSource open(Path dataFolder, MetricRegistry metrics) {
        var migrating = source(dataFolder).build(metrics, "migration");
        try {
            Store.migrate(migrating);
        } finally {
            stop(migrating);
        }
        return source(dataFolder).build(metrics, "database");
    }

    private static void stop(ManagedDataSource source) {
        try {
            source.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("the database does not close after its migration", failed);
        }
    }

    DataSourceFactory source(Path dataFolder) {
        var isPostgres = url.startsWith(POSTGRESQL);
        var source = new DataSourceFactory();
        source.setDriverClass(isPostgres ? "org.postgresql.Driver" : "org.h2.Driver");
        source.setUrl(isPostgres ? url : h2(dataFolder));
        source.setUser(user);
        source.setPassword(password);
        source.setValidationQuery("SELECT 1");
        source.setInitialSize(2);
        source.setMinSize(2);
        source.setMaxSize(32);
        return source;
    }

    private String h2(Path dataFolder) {
        return (url.isEmpty() ? H2 + "file:" + dataFolder.toAbsolutePath().resolve("store") : url) + H2_MODE;
    }

    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url + ", user=" + user + "]";
    }
}

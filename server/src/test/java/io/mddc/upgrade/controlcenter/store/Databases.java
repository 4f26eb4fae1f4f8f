package io.mddc.upgrade.controlcenter.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Empty, migrated databases of both kinds. */
public final class Databases {
    private static final Namespace NAMESPACE = Namespace.create(Databases.class);

    private Databases() {}

    public static Jdbi h2() {
        return Store.open(JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID()
                        + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                        + ";LOCK_TIMEOUT=15000",
                "",
                ""));
    }

    /** A database of its own in one server that ends with the tests. */
    public static Jdbi postgres(ExtensionContext context) {
        return Store.open(server(context).database());
    }

    private static Server server(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Server.class, any -> Server.start(), Server.class);
    }

    private record Server(EmbeddedPostgres postgres) implements AutoCloseable {
        static Server start() {
            try {
                return new Server(EmbeddedPostgres.builder().start());
            } catch (IOException failed) {
                throw new UncheckedIOException("PostgreSQL does not start", failed);
            }
        }

        DataSource database() {
            var name = "t" + UUID.randomUUID().toString().replace("-", "");
            Jdbi.create(postgres.getPostgresDatabase()).useHandle(handle -> handle.execute("CREATE DATABASE " + name));
            return postgres.getDatabase("postgres", name);
        }

        @Override
        public void close() throws IOException {
            postgres.close();
        }
    }
}

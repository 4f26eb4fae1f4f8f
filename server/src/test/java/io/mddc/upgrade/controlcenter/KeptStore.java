package io.mddc.upgrade.controlcenter;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.db.ManagedDataSource;
import io.mddc.upgrade.controlcenter.store.Store;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;

/** The store of a control center in its data folder, opened as the control center opens it when nothing is configured. */
record KeptStore(Jdbi jdbi, ManagedDataSource source) implements AutoCloseable {
    static KeptStore in(Path dataFolder) {
        var source = DatabaseSettings.DEFAULT.open(dataFolder, new MetricRegistry());
        return new KeptStore(Store.migrated(source), source);
    }

    @Override
    public void close() {
        try {
            source.stop();
        } catch (Exception failed) {
            throw new IllegalStateException("the store does not close", failed);
        }
    }
}

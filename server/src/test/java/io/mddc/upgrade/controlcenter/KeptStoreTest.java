package io.mddc.upgrade.controlcenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.controlcenter.access.CredentialDao;
import io.mddc.upgrade.controlcenter.access.CredentialDao.Credential;
import io.mddc.upgrade.controlcenter.access.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.tomcat.jdbc.pool.DataSourceProxy;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptStoreTest {
    private static final int MORE_THAN_A_MIGRATION_USES = 6;

    /** H2 checks a constraint in the session that made it: one that is closed would refuse every credential. */
    @Test
    void takesCredentialsWhenTheConnectionsThatMadeItsTablesAreClosed(@TempDir Path folder) {
        try (var store = KeptStore.in(folder)) {
            var handles = IntStream.range(0, MORE_THAN_A_MIGRATION_USES)
                    .mapToObj(any -> store.jdbi().open())
                    .toList();
            int last = handles.size() - 1;
            try (var youngest = handles.get(last)) {
                ((DataSourceProxy) store.source()).purge();
                handles.subList(0, last).forEach(Handle::close);
                var credentials = youngest.attach(CredentialDao.class);

                credentials.insert(new Credential("hash", "test", Role.VIEWER, Optional.empty(), Instant.EPOCH));

                assertThat(credentials.find("hash")).isPresent();
            }
        }
    }
}

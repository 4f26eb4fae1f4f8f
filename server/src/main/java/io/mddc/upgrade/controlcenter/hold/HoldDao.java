package io.mddc.upgrade.controlcenter.hold;

import io.mddc.upgrade.cluster.UpgradeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The holding row as far as it freezes the settings. */
public interface HoldDao {
    /** Nobody writes a setting until the transaction ends. */
    @SqlQuery("SELECT name, document FROM setting ORDER BY name FOR UPDATE")
    @RegisterConstructorMapper(Document.class)
    List<Document> lockSettings();

    @SqlUpdate("UPDATE upgrade SET held_since = :now, held_settings = :digests WHERE id = :id")
    void updateHeld(UpgradeId id, Instant now, Map<String, String> digests);

    @SqlQuery("SELECT id, held_since, held_settings FROM upgrade WHERE active_key IS NOT NULL")
    @RegisterConstructorMapper(HeldRow.class)
    Optional<HeldRow> findHeld();

    /** A setting as it is stored. */
    record Document(String name, String document) {}

    /**
     * The holding row. The optional columns are empty only in a row that was written before they existed.
     *
     * @param heldSettings the digests of the settings when it took the cluster, by name
     */
    record HeldRow(UpgradeId id, Optional<Instant> heldSince, Optional<Map<String, String>> heldSettings) {}
}

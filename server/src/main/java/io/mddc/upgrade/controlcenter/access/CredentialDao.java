package io.mddc.upgrade.controlcenter.access;

import io.mddc.upgrade.cluster.HostId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.transaction.Transaction;

/** The credentials that are known, by the hash of their token. */
public interface CredentialDao {
    @SqlQuery("""
            SELECT token_hash, name, role, host, created_at
            FROM credential
            WHERE token_hash = :tokenHash
            """)
    @RegisterConstructorMapper(Credential.class)
    Optional<Credential> find(String tokenHash);

    @SqlUpdate("""
            INSERT INTO credential (token_hash, name, role, host, created_at)
            VALUES (:tokenHash, :name, :role, :host, :createdAt)
            """)
    void insert(@BindMethods Credential credential);

    @SqlUpdate("DELETE FROM credential WHERE name = :name")
    void delete(String name);

    /** The former credential of the same name is void from then on. */
    @Transaction
    default void replace(Credential credential) {
        delete(credential.name());
        insert(credential);
    }

    /** One known credential. */
    record Credential(String tokenHash, String name, Role role, Optional<HostId> host, Instant createdAt) {
        Caller caller() {
            return new Caller(name, role, host);
        }
    }
}

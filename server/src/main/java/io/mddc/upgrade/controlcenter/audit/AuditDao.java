package io.mddc.upgrade.controlcenter.audit;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Entries are added and read, never changed. */
public interface AuditDao {
    @SqlUpdate("""
            INSERT INTO audit_entry (recorded_at, actor, action, remote, status, detail)
            VALUES (:recordedAt, :actor, :action, :remote, :status, :detail)
            """)
    void insert(@BindMethods AuditEntry entry);

    /** Newest first. */
    @SqlQuery("""
            SELECT id, recorded_at, actor, action, remote, status, detail
            FROM audit_entry
            WHERE id < :before
            ORDER BY id DESC
            FETCH FIRST :limit ROWS ONLY
            """)
    @RegisterConstructorMapper(AuditEntry.class)
    List<AuditEntry> list(long before, int limit);

    /**
     * One thing somebody did or tried.
     *
     * @param id in the order of writing; 0 before it is written
     * @param action method and path
     * @param remote the address it came from
     * @param status the HTTP status it was answered with
     * @param detail the reason when it was refused
     */
    record AuditEntry(
            long id, Instant recordedAt, String actor, String action, String remote, int status, String detail) {}
}

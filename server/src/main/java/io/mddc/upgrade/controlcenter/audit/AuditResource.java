package io.mddc.upgrade.controlcenter.audit;

import io.mddc.upgrade.controlcenter.access.Roles;
import io.mddc.upgrade.controlcenter.audit.AuditDao.AuditEntry;
import io.mddc.upgrade.controlcenter.rest.Cursor;
import io.mddc.upgrade.controlcenter.rest.Limit;
import io.mddc.upgrade.controlcenter.rest.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** The audit, newest first. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {
    private final AuditDao entries;

    public AuditResource(AuditDao entries) {
        this.entries = entries;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    public Page<AuditEntry> list(
            @QueryParam("limit") @DefaultValue("100") Limit limit, @QueryParam("after") Optional<Cursor> after) {
        long before = after.map(Cursor::number).orElse(Long.MAX_VALUE);
        return Page.of(entries.list(before, limit.andOne()), limit, AuditEntry::id);
    }
}

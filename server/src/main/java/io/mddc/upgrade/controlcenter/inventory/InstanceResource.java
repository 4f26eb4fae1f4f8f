package io.mddc.upgrade.controlcenter.inventory;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.controlcenter.access.Roles;
import io.mddc.upgrade.controlcenter.rest.Cursor;
import io.mddc.upgrade.controlcenter.rest.Limit;
import io.mddc.upgrade.controlcenter.rest.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** The instances, in the order of their ids. */
@Path("/api/v1/instances")
@Produces(MediaType.APPLICATION_JSON)
public final class InstanceResource {
    private final InventoryDao dao;

    public InstanceResource(InventoryDao dao) {
        this.dao = dao;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    public Page<Reported> list(
            @QueryParam("limit") @DefaultValue("100") Limit limit, @QueryParam("after") Optional<Cursor> after) {
        var read = dao.list(after.map(Cursor::key).orElse(""), limit.andOne());
        return Page.of(read, limit, row -> row.instance().id());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    public Reported find(@PathParam("id") InstanceId id) {
        return dao.find(id).orElseThrow(() -> new UnknownInstance(id));
    }
}

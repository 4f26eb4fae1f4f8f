package io.mddc.upgrade.controlcenter.inventory;

import io.dropwizard.auth.Auth;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.controlcenter.access.Caller;
import io.mddc.upgrade.controlcenter.access.Roles;
import io.mddc.upgrade.controlcenter.rest.Cursor;
import io.mddc.upgrade.controlcenter.rest.InvalidRequest;
import io.mddc.upgrade.controlcenter.rest.Limit;
import io.mddc.upgrade.controlcenter.rest.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** The instances, in the order of their ids. Those on hosts without our worker are stated by people. */
@Path("/api/v1/instances")
@Produces(MediaType.APPLICATION_JSON)
public final class InstanceResource {
    private final InventoryDao dao;
    private final Statements statements;

    public InstanceResource(InventoryDao dao, Statements statements) {
        this.dao = dao;
        this.statements = statements;
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

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    public Response state(@Auth Caller caller, Statement statement) {
        var id = statement
                .id()
                .orElseThrow(() -> new InvalidRequest("id is missing: allowed is a name such as identity-1."));
        var stated = statements.add(id, statement, caller.name());
        return Response.created(URI.create("/api/v1/instances/" + id))
                .entity(stated)
                .build();
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    public Reported stateAnew(@Auth Caller caller, @PathParam("id") InstanceId id, Statement statement) {
        statement.id().filter(other -> !other.equals(id)).ifPresent(other -> {
            throw new InvalidRequest("id is " + other + ", but the path names " + id + ".");
        });
        return statements.put(id, statement, caller.name());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    public void forget(@PathParam("id") InstanceId id) {
        statements.remove(id);
    }
}

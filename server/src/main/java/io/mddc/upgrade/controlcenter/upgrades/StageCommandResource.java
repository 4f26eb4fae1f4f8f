package io.mddc.upgrade.controlcenter.upgrades;

import io.dropwizard.auth.Auth;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.access.Caller;
import io.mddc.upgrade.controlcenter.access.Roles;
import io.mddc.upgrade.controlcenter.rest.IdempotencyKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Commands to all instances of one component inside an upgrade. */
@Path("/api/v1/upgrades")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class StageCommandResource {
    private final UpgradeCommands commands;
    private final UpgradeQueries queries;

    public StageCommandResource(UpgradeCommands commands, UpgradeQueries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** The stage may begin; or, after its first unit, the others may. */
    @POST
    @Path("/{id}/stages/{component}/approve")
    @RolesAllowed(Roles.OPERATOR)
    public Response approve(
            @Auth Caller caller,
            @PathParam("id") UpgradeId id,
            @PathParam("component") StageName stage,
            @HeaderParam(IdempotencyKey.HEADER) Optional<IdempotencyKey> key,
            CommandBody.Plain body) {
        commands.approve(Told.by(caller, id, key, body), stage.component());
        return Response.accepted(queries.get(id)).build();
    }

    /** How many units of it may be in work at once from now on. */
    @POST
    @Path("/{id}/stages/{component}/concurrency")
    @RolesAllowed(Roles.OPERATOR)
    public Response concurrency(
            @Auth Caller caller,
            @PathParam("id") UpgradeId id,
            @PathParam("component") StageName stage,
            @HeaderParam(IdempotencyKey.HEADER) Optional<IdempotencyKey> key,
            CommandBody.Concurrency body) {
        commands.concurrency(Told.by(caller, id, key, body), stage.component(), body.units());
        return Response.accepted(queries.get(id)).build();
    }
}

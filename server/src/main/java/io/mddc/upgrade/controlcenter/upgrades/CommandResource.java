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

/** Commands to a whole upgrade; its workflow says whether its state allows them. */
@Path("/api/v1/upgrades")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CommandResource {
    private final UpgradeCommands commands;
    private final UpgradeQueries queries;

    public CommandResource(UpgradeCommands commands, UpgradeQueries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** No unit begins any more; those in work finish. */
    @POST
    @Path("/{id}/pause")
    @RolesAllowed(Roles.OPERATOR)
    public Response pause(
            @Auth Caller caller,
            @PathParam("id") UpgradeId id,
            @HeaderParam(IdempotencyKey.HEADER) Optional<IdempotencyKey> key,
            CommandBody.Plain body) {
        return tell(Told.by(caller, id, key, body), "pause");
    }

    @POST
    @Path("/{id}/resume")
    @RolesAllowed(Roles.OPERATOR)
    public Response resume(
            @Auth Caller caller,
            @PathParam("id") UpgradeId id,
            @HeaderParam(IdempotencyKey.HEADER) Optional<IdempotencyKey> key,
            CommandBody.Plain body) {
        return tell(Told.by(caller, id, key, body), "resume");
    }

    /** Units before INSTALL rejoin, INSTALL and VERIFY finish, nothing new begins. */
    @POST
    @Path("/{id}/abort")
    @RolesAllowed(Roles.OPERATOR)
    public Response abort(
            @Auth Caller caller,
            @PathParam("id") UpgradeId id,
            @HeaderParam(IdempotencyKey.HEADER) Optional<IdempotencyKey> key,
            CommandBody.Plain body) {
        return tell(Told.by(caller, id, key, body), "abort");
    }

    /** Units in work go back at their next safe state, then the upgraded ones, newest first. */
    @POST
    @Path("/{id}/rollback")
    @RolesAllowed(Roles.OPERATOR)
    public Response rollback(
            @Auth Caller caller,
            @PathParam("id") UpgradeId id,
            @HeaderParam(IdempotencyKey.HEADER) Optional<IdempotencyKey> key,
            CommandBody.Plain body) {
        return tell(Told.by(caller, id, key, body), "rollback");
    }

    /** After its end: the Cores are started, a file goes through, and the system opens. */
    @POST
    @Path("/{id}/reopen")
    @RolesAllowed(Roles.OPERATOR)
    public Response reopen(
            @Auth Caller caller,
            @PathParam("id") UpgradeId id,
            @HeaderParam(IdempotencyKey.HEADER) Optional<IdempotencyKey> key,
            CommandBody.Plain body) {
        commands.reopen(Told.by(caller, id, key, body));
        return Response.accepted(queries.get(id)).build();
    }

    private Response tell(Told told, String action) {
        commands.upgrade(told, action);
        return Response.accepted(queries.get(told.upgrade())).build();
    }
}

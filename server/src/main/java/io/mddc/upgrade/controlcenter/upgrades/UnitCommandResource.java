package io.mddc.upgrade.controlcenter.upgrades;

import io.dropwizard.auth.Auth;
import io.mddc.upgrade.cluster.InstanceId;
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

/** Commands about one instance inside an upgrade. */
@Path("/api/v1/upgrades")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UnitCommandResource {
    private final UpgradeCommands commands;
    private final UpgradeQueries queries;

    public UnitCommandResource(UpgradeCommands commands, UpgradeQueries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** It ended SKIPPED, ROLLED_BACK or CANCELLED and is begun anew. */
    @POST
    @Path("/{id}/instances/{instance}/retry")
    @RolesAllowed(Roles.OPERATOR)
    public Response retry(
            @Auth Caller caller,
            @PathParam("id") UpgradeId id,
            @PathParam("instance") InstanceId instance,
            @HeaderParam(IdempotencyKey.HEADER) Optional<IdempotencyKey> key,
            CommandBody.Plain body) {
        commands.instance(Told.by(caller, id, key, body), instance, "retry");
        return Response.accepted(queries.get(id)).build();
    }

    /** It is left out, unless its installer has begun. */
    @POST
    @Path("/{id}/instances/{instance}/skip")
    @RolesAllowed(Roles.OPERATOR)
    public Response skip(
            @Auth Caller caller,
            @PathParam("id") UpgradeId id,
            @PathParam("instance") InstanceId instance,
            @HeaderParam(IdempotencyKey.HEADER) Optional<IdempotencyKey> key,
            CommandBody.Plain body) {
        commands.instance(Told.by(caller, id, key, body), instance, "skip");
        return Response.accepted(queries.get(id)).build();
    }

    /** Moves the deadline of its drain. */
    @POST
    @Path("/{id}/instances/{instance}/extend-drain")
    @RolesAllowed(Roles.OPERATOR)
    public Response extendDrain(
            @Auth Caller caller,
            @PathParam("id") UpgradeId id,
            @PathParam("instance") InstanceId instance,
            @HeaderParam(IdempotencyKey.HEADER) Optional<IdempotencyKey> key,
            CommandBody.ExtendDrain body) {
        commands.extendDrain(Told.by(caller, id, key, body), instance, body);
        return Response.accepted(queries.get(id)).build();
    }

    /** It takes work again with its files, and comes again at the end of the queue. */
    @POST
    @Path("/{id}/instances/{instance}/return-to-service")
    @RolesAllowed(Roles.OPERATOR)
    public Response returnToService(
            @Auth Caller caller,
            @PathParam("id") UpgradeId id,
            @PathParam("instance") InstanceId instance,
            @HeaderParam(IdempotencyKey.HEADER) Optional<IdempotencyKey> key,
            CommandBody.Plain body) {
        commands.returnToService(Told.by(caller, id, key, body), instance);
        return Response.accepted(queries.get(id)).build();
    }

    /** A person has run its installer; the host is looked at before that is believed. */
    @POST
    @Path("/{id}/instances/{instance}/confirm-installed")
    @RolesAllowed(Roles.OPERATOR)
    public Response confirmInstalled(
            @Auth Caller caller,
            @PathParam("id") UpgradeId id,
            @PathParam("instance") InstanceId instance,
            @HeaderParam(IdempotencyKey.HEADER) Optional<IdempotencyKey> key,
            CommandBody.Plain body) {
        commands.confirmInstalled(Told.by(caller, id, key, body), instance);
        return Response.accepted(queries.get(id)).build();
    }

    /** What happens to the files left after the drain limit. */
    @POST
    @Path("/{id}/instances/{instance}/answer")
    @RolesAllowed(Roles.OPERATOR)
    public Response answer(
            @Auth Caller caller,
            @PathParam("id") UpgradeId id,
            @PathParam("instance") InstanceId instance,
            @HeaderParam(IdempotencyKey.HEADER) Optional<IdempotencyKey> key,
            CommandBody.Answer body) {
        commands.answer(Told.by(caller, id, key, body), instance, body);
        return Response.accepted(queries.get(id)).build();
    }
}

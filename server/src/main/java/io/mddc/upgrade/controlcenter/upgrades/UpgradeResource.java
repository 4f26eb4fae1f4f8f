package io.mddc.upgrade.controlcenter.upgrades;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dropwizard.auth.Auth;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.access.Caller;
import io.mddc.upgrade.controlcenter.access.Roles;
import io.mddc.upgrade.controlcenter.rest.Cursor;
import io.mddc.upgrade.controlcenter.rest.IdempotencyKey;
import io.mddc.upgrade.controlcenter.rest.Limit;
import io.mddc.upgrade.controlcenter.rest.Page;
import io.mddc.upgrade.controlcenter.upgrades.CommandLog.Given;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** Upgrades over HTTP: start and read. */
@Path("/api/v1/upgrades")
@Produces(MediaType.APPLICATION_JSON)
public final class UpgradeResource {
    private final UpgradeStarter starter;
    private final UpgradeQueries queries;
    private final ObjectMapper json;
    private final Clock clock;

    public UpgradeResource(UpgradeStarter starter, UpgradeQueries queries, ObjectMapper json, Clock clock) {
        this.starter = starter;
        this.queries = queries;
        this.json = json;
        this.clock = clock;
    }

    /** 201 for a new upgrade, 200 when this command started it before. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OPERATOR)
    public Response start(
            @Auth Caller caller, @HeaderParam(IdempotencyKey.HEADER) Optional<IdempotencyKey> key, StartRequest request)
            throws JsonProcessingException {
        var command = new Given(IdempotencyKey.required(key), "start", json.writeValueAsString(request), caller.name());
        var started = starter.start(request, command);
        var location = URI.create("/api/v1/upgrades/" + started.id());
        return (started.isNew() ? Response.created(location) : Response.ok().location(location))
                .entity(find(started.id()))
                .build();
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    public Page<UpgradeView> list(
            @QueryParam("limit") @DefaultValue("20") Limit limit, @QueryParam("after") Optional<Cursor> after) {
        var read = queries.list(after.map(Cursor::upgrade), limit.andOne());
        return Page.of(read, limit, UpgradeView::id);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    public UpgradeView find(@PathParam("id") UpgradeId id) {
        return queries.get(id);
    }

    /** Lines after the seq given; the last seq of the answer is where to go on, also when there are no more now. */
    @GET
    @Path("/{id}/events")
    @RolesAllowed(Roles.VIEWER)
    public Page<EventView> events(
            @PathParam("id") UpgradeId id,
            @QueryParam("limit") @DefaultValue("100") Limit limit,
            @QueryParam("after") @DefaultValue("0") Seq after) {
        find(id);
        var read = queries.events(id, after.value(), limit.andOne());
        return Page.plain(read, limit, event -> Long.toString(event.seq()));
    }

    @GET
    @Path("/{id}/report")
    @RolesAllowed(Roles.VIEWER)
    public UpgradeReport report(@PathParam("id") UpgradeId id) {
        return UpgradeReport.of(find(id), queries.forecasts(id), clock.instant());
    }
}

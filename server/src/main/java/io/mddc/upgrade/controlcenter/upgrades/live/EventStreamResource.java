package io.mddc.upgrade.controlcenter.upgrades.live;

import io.dropwizard.auth.Auth;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.access.Caller;
import io.mddc.upgrade.controlcenter.access.Roles;
import io.mddc.upgrade.controlcenter.upgrades.Seq;
import io.mddc.upgrade.controlcenter.upgrades.live.WatchedExchange.Place;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** The run log as a stream, for whoever asks for {@code text/event-stream}; others get a page of it. */
@Path("/api/v1/upgrades")
public final class EventStreamResource {
    private final WatchedExchange watched;

    public EventStreamResource(WatchedExchange watched) {
        this.watched = watched;
    }

    /** What a broken stream had as its last event comes in the header by itself, and is newer than the query's. */
    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.1")
    @RolesAllowed(Roles.VIEWER)
    public void follow(
            @Auth Caller caller,
            @PathParam("id") UpgradeId id,
            @HeaderParam(WatchedExchange.LAST) Optional<Seq> last,
            @QueryParam("after") @DefaultValue("0") Seq after,
            @Suspended AsyncResponse held,
            @Context HttpServletRequest request) {
        watched.follow(caller.name(), new Place(id, last.orElse(after)), held, request);
    }
}

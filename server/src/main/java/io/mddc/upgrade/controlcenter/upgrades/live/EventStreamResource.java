package io.mddc.upgrade.controlcenter.upgrades.live;

import io.dropwizard.auth.Auth;
import io.mddc.upgrade.controlcenter.access.Caller;
import io.mddc.upgrade.controlcenter.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The run log as a stream, for whoever asks for {@code text/event-stream}; others get a page of it. */
@Path("/api/v1/upgrades")
public final class EventStreamResource {
    private final WatchedExchange watched;

    public EventStreamResource(WatchedExchange watched) {
        this.watched = watched;
    }

    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.1")
    @RolesAllowed(Roles.VIEWER)
    public void follow(
            @Auth Caller caller,
            @BeanParam StreamPlace from,
            @Suspended AsyncResponse held,
            @Context HttpServletRequest request) {
        watched.follow(caller.name(), from, held, request);
    }
}

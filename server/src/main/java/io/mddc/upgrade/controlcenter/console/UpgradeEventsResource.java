package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.controlcenter.upgrades.live.StreamPlace;
import io.mddc.upgrade.controlcenter.upgrades.live.WatchedExchange;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** What the page of an upgrade listens to: the API's stream, for a session, because a browser sends no token with it. */
@Path("/upgrades/{id}/events")
@SignedIn
@PermitAll
public final class UpgradeEventsResource {
    private final WatchedExchange watched;

    UpgradeEventsResource(WatchedExchange watched) {
        this.watched = watched;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermitAll
    public void follow(
            @BeanParam StreamPlace from,
            @Suspended AsyncResponse held,
            @Context ContainerRequestContext request,
            @Context HttpServletRequest servlet) {
        watched.follow(SessionFilter.of(request).name(), from, held, servlet);
    }
}

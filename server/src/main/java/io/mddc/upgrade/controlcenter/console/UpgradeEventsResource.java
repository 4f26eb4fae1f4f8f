package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.upgrades.Seq;
import io.mddc.upgrade.controlcenter.upgrades.live.WatchedExchange;
import io.mddc.upgrade.controlcenter.upgrades.live.WatchedExchange.Place;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the page of an upgrade listens to: the API's stream, for a session, because a browser sends no token with it. */
@Path("/upgrades/{id}/events")
@SignedIn
@PermitAll
public final class UpgradeEventsResource {
    private final WatchedExchange watched;

    @Context
    private @Nullable HttpServletRequest servlet;

    UpgradeEventsResource(WatchedExchange watched) {
        this.watched = watched;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermitAll
    public void follow(
            @PathParam("id") UpgradeId id,
            @HeaderParam(WatchedExchange.LAST) Optional<Seq> last,
            @QueryParam("after") @DefaultValue("0") Seq after,
            @Suspended AsyncResponse held,
            @Context ContainerRequestContext request) {
        var name = SessionFilter.of(request).name();
        watched.follow(name, new Place(id, last.orElse(after)), held, Objects.requireNonNull(servlet));
    }
}

package io.mddc.upgrade.controlcenter.upgrades.live;

import io.mddc.upgrade.controlcenter.upgrades.UpgradeQueries;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Turns a request that its resource has suspended into a stream; the resource's framework does not see it again. */
public final class WatchedExchange {
    private final UpgradeQueries upgrades;
    private final EventStreams streams;

    public WatchedExchange(UpgradeQueries upgrades, EventStreams streams) {
        this.upgrades = upgrades;
        this.streams = streams;
    }

    /** Throws, before anything is sent, for an unknown upgrade and for a caller with too many streams. */
    public void follow(String caller, StreamPlace from, AsyncResponse held, HttpServletRequest request) {
        upgrades.hasEnded(from.upgrade());
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            held.resume(Response.ok().type(MediaType.SERVER_SENT_EVENTS).build());
            return;
        }
        var exchange = request.getAsyncContext();
        exchange.setTimeout(0);
        streams.open(caller, from, exchange);
    }
}

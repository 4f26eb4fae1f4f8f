package io.mddc.upgrade.controlcenter.upgrades.live;

import io.mddc.upgrade.controlcenter.rest.Refusal;
import io.mddc.upgrade.controlcenter.rest.RefusalWithHeader;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;

/** The caller has as many open as one may have. */
public final class TooManyEventStreams extends Refusal implements RefusalWithHeader {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SECONDS = 5;

    TooManyEventStreams(String caller, int limit) {
        super(
                TOO_MANY_REQUESTS,
                caller + " has " + limit + " event streams open, as many as limits.eventStreams allows: close one, or "
                        + "try again in " + SECONDS + " s.",
                Map.of("limit", limit));
    }

    @Override
    public Map<String, Object> headers() {
        return Map.of(HttpHeaders.RETRY_AFTER, SECONDS);
    }
}

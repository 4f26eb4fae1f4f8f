package io.mddc.upgrade.controlcenter.rest;

import java.util.Map;

/** More bytes than the configuration allows. */
public final class BodyTooLarge extends Refusal {
    private static final int CONTENT_TOO_LARGE = 413;

    /**
     * @param key of the configuration that allows more
     */
    public BodyTooLarge(long limit, String key) {
        super(
                CONTENT_TOO_LARGE,
                "The body is larger than " + limit + " bytes; " + key + " of the control center's configuration allows"
                        + " no more.",
                Map.of("limit", limit));
    }
}

package io.mddc.upgrade.controlcenter.hold;

import io.mddc.upgrade.controlcenter.rest.Refusal;

/** The engine did not do what it was asked in time; whether it will is not known. */
public final class EngineSilent extends Refusal {
    private static final int UNAVAILABLE = 503;

    public EngineSilent(String asked, Throwable cause) {
        super(
                UNAVAILABLE,
                "The engine does not answer (" + asked + "): try again with the same Idempotency-Key; "
                        + "GET /readyz?verbose=true says how it is.");
        initCause(cause);
    }
}

package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.controlcenter.rest.IdempotencyKey;
import io.mddc.upgrade.controlcenter.rest.Refusal;

/** The key was used for something else. */
public final class IdempotencyKeyReused extends Refusal {
    private static final int UNPROCESSABLE = 422;

    IdempotencyKeyReused(IdempotencyKey key) {
        super(UNPROCESSABLE, "Idempotency-Key " + key + " was used for another command: take a new one.");
    }
}

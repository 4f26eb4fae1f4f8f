package io.mddc.upgrade.controlcenter.hold;

import io.mddc.upgrade.controlcenter.rest.Refusal;
import java.util.Map;

/** Nothing may begin until an administrator releases the stop. */
public final class EmergencyStop extends Refusal {
    private static final int CONFLICT = 409;

    EmergencyStop(StopRow stop) {
        super(
                CONFLICT,
                stop.sentence() + " Nothing begins until an administrator releases it.",
                Map.of("stoppedBy", stop.stoppedBy(), "since", stop.since()));
    }
}

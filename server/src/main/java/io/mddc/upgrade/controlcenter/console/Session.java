package io.mddc.upgrade.controlcenter.console;

import java.time.Instant;

/**
 * Somebody who signed in.
 *
 * @param csrf what every form of this session carries
 */
record Session(String name, String csrf, Instant began, Instant lastSeen) {
    Session seen(Instant now) {
        return new Session(name, csrf, began, now);
    }
}

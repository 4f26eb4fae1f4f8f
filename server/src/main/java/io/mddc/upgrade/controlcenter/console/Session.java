package io.mddc.upgrade.controlcenter.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mddc.upgrade.controlcenter.access.Caller;
import java.security.MessageDigest;
import java.time.Instant;

/**
 * Somebody who signed in.
 *
 * @param caller with the role of the last request
 * @param credential the hash of the token they signed in with, to ask whether it still holds
 * @param csrf what every form of this session carries
 */
record Session(Caller caller, String credential, String csrf, Instant began, Instant lastSeen) {
    Session seen(Instant now) {
        return new Session(caller, credential, csrf, began, now);
    }

    Session as(Caller now) {
        return new Session(now, credential, csrf, began, lastSeen);
    }

    String name() {
        return caller.name();
    }

    /** Whether a form came from one of our pages. */
    boolean gave(String sent) {
        return MessageDigest.isEqual(csrf.getBytes(UTF_8), sent.getBytes(UTF_8));
    }
}

package io.mddc.upgrade.controlcenter.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import io.mddc.upgrade.controlcenter.access.Caller;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is signed in, by the hash of a random id that only the browser has. In memory: after a restart people sign in again.
 * A session ends when it was not used for the idle limit, and at the absolute limit however much it was used.
 */
final class Sessions {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration ABSOLUTE = Duration.ofHours(12);

    private static final int BYTES = 32;

    private final Map<String, Session> known = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;

    Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Returns the id for the browser.
     *
     * @param credential the hash of the token that was presented
     */
    String begin(Caller caller, String credential) {
        var now = clock.instant();
        known.values().removeIf(session -> isOver(session, now));
        var id = secret();
        known.put(hash(id), new Session(caller, credential, secret(), now, now));
        return id;
    }

    /** The session of that id, used once more. */
    Optional<Session> use(String id) {
        var now = clock.instant();
        return Optional.ofNullable(
                known.computeIfPresent(hash(id), (hash, session) -> isOver(session, now) ? null : session.seen(now)));
    }

    void end(String id) {
        known.remove(hash(id));
    }

    private static boolean isOver(Session session, Instant now) {
        return now.isAfter(session.lastSeen().plus(IDLE))
                || now.isAfter(session.began().plus(ABSOLUTE));
    }

    private String secret() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String id) {
        return Hashing.sha256().hashString(id, UTF_8).toString();
    }
}

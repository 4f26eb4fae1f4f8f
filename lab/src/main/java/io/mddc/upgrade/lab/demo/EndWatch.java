package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mddc.upgrade.cluster.UpgradeId;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Looks at the upgrade until it has ended, once a second: who looks more often slows down what is measured. A control center
 * that is away for a while was killed, one that stays away failed.
 */
final class EndWatch {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    private final ControlCenterClient client;
    private final UpgradeId upgrade;
    private final Clock clock = Clock.systemUTC();

    private JsonNode view = JsonNodeFactory.instance.missingNode();
    private Instant answered = clock.instant();
    private Instant asked = Instant.EPOCH;

    EndWatch(ControlCenterClient client, UpgradeId upgrade) {
        this.client = client;
        this.upgrade = upgrade;
    }

    boolean hasEnded() {
        if (!clock.instant().isBefore(asked.plus(EVERY))) {
            ask();
        }
        return view.path("state").asText().equals("ENDED");
    }

    private void ask() {
        asked = clock.instant();
        try {
            view = client.upgrade(upgrade);
            answered = clock.instant();
        } catch (UncheckedIOException | RefusedByControlCenter e) {
            if (Duration.between(answered, clock.instant()).compareTo(LONGEST_SILENCE) > 0) {
                throw e;
            }
        }
    }

    /** As it was last seen. */
    JsonNode view() {
        return view;
    }
}

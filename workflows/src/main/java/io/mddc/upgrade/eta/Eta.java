package io.mddc.upgrade.eta;

import io.mddc.upgrade.plan.Estimate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When something will probably be over.
 *
 * @param expected as likely earlier as later; empty when that cannot be guessed
 * @param earliest one of ten is over earlier; where nothing is expected: it is not over before
 * @param latest nine of ten are over by then
 * @param sentence what it is made from, or why nobody can say
 */
public record Eta(Optional<Instant> expected, Optional<Instant> earliest, Optional<Instant> latest, String sentence) {
    /** Of something that waits for what cannot be guessed. */
    public static Eta unknown(String why) {
        return new Eta(Optional.empty(), Optional.empty(), Optional.empty(), why);
    }

    /** Of something that waits for its time. */
    public static Eta notBefore(Instant earliest, String why) {
        return new Eta(Optional.empty(), Optional.of(earliest), Optional.empty(), why);
    }

    /** The longer side of the error bar, such as {@code ±6 min}; empty when nothing is expected. */
    public String margin() {
        return expected.map(middle -> "±" + Estimate.inWords(longer(middle))).orElse("");
    }

    private Duration longer(Instant middle) {
        var before = Duration.between(earliest.orElse(middle), middle);
        var after = Duration.between(middle, latest.orElse(middle));
        return before.compareTo(after) >= 0 ? before : after;
    }
}

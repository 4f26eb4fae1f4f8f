package io.mddc.upgrade.plan;

import java.time.Duration;

/**
 * How long something will probably take.
 *
 * @param sentence what it is estimated from, for people
 */
public record Estimate(Duration duration, String sentence) {
    /** Such as {@code 1 h 5 min}; less than a minute in seconds. */
    public static String inWords(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return Math.max(1, duration.toSeconds()) + " s";
        }
        if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return duration.toMinutes() + " min";
        }
        return duration.toHours() + " h"
                + (duration.toMinutesPart() == 0 ? "" : " " + duration.toMinutesPart() + " min");
    }
}

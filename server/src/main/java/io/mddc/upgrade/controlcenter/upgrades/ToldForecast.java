package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.eta.Eta;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What was forecast of an upgrade's end at the end of one of its units, and what became of it.
 *
 * @param afterUnits so many had come to their end then
 * @param instance whose end it was
 * @param expected empty when nothing could be guessed; the sentence says why
 * @param offPercent how much later, or earlier when negative, it was expected than it came, of the whole duration
 * @param offPercentOfRest the same, of what was left then
 */
public record ToldForecast(
        int afterUnits,
        InstanceId instance,
        Instant at,
        Optional<Instant> expected,
        Optional<Instant> earliest,
        Optional<Instant> latest,
        String sentence,
        Instant actual,
        Optional<Double> offPercent,
        Optional<Double> offPercentOfRest) {
    private static final double TENTHS = 10.0;
    private static final double PERCENT = 100.0;

    /** From when to when the upgrade really was. */
    record Truth(Instant begin, Instant end) {}

    static ToldForecast of(int afterUnits, EventRow unitEnd, Eta eta, Truth truth) {
        return new ToldForecast(
                afterUnits,
                unitEnd.instance().orElseThrow(),
                unitEnd.recordedAt(),
                eta.expected(),
                eta.earliest(),
                eta.latest(),
                eta.sentence(),
                truth.end(),
                eta.expected().map(said -> off(said, truth.begin(), truth.end())),
                eta.expected().map(said -> off(said, unitEnd.recordedAt(), truth.end())));
    }

    /** In tenths of a percent of the time between. */
    private static Double off(Instant said, Instant from, Instant end) {
        double all = Math.max(1, Duration.between(from, end).toMillis());
        return Math.round(Duration.between(end, said).toMillis() / all * PERCENT * TENTHS) / TENTHS;
    }
}

package io.mddc.upgrade.controlcenter.terminal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was forecast at the end of a unit, and what became of it. */
record ForecastView(
        int afterUnits,
        Instant at,
        @Nullable Instant expected,
        @Nullable Instant earliest,
        @Nullable Instant latest,
        @Nullable String sentence,
        Instant actual,
        @Nullable Double offPercent,
        @Nullable Double offPercentOfRest) {
    /** Those of a report. */
    record Listing(@Nullable List<ForecastView> forecasts) {}

    String text() {
        var said = "%s, after %d units: %s"
                .formatted(Spoken.clock(at), afterUnits, new EtaView(expected, earliest, latest, sentence).text());
        return offPercent == null || offPercentOfRest == null
                ? said
                : said
                        + String.format(
                                Locale.ROOT,
                                "; it came at %s, off by %+.1f %% of all, %+.1f %% of what was left",
                                Spoken.clock(actual),
                                offPercent,
                                offPercentOfRest);
    }
}

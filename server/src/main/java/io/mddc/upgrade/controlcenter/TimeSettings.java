package io.mddc.upgrade.controlcenter;

import static java.util.Objects.requireNonNullElse;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often and how long.
 *
 * @param silentAfter a worker whose last report is older is silent
 * @param freshReports how long a question about active instances waits for the hosts' next reports
 * @param reconcileEvery how often rows and workflows are compared
 * @param engineAnswer how long a request waits for the engine
 * @param eventBeat how often an event stream without events shows that it lives
 * @param slowClient one that takes nothing of its event stream for so long is cut off
 */
public record TimeSettings(
        Duration silentAfter,
        Duration freshReports,
        Duration reconcileEvery,
        Duration engineAnswer,
        Duration eventBeat,
        Duration slowClient) {
    static final TimeSettings DEFAULT = new TimeSettings(null, null, null, null, null, null);

    public TimeSettings(
            @Nullable Duration silentAfter,
            @Nullable Duration freshReports,
            @Nullable Duration reconcileEvery,
            @Nullable Duration engineAnswer,
            @Nullable Duration eventBeat,
            @Nullable Duration slowClient) {
        this.silentAfter = checked("silentAfter", requireNonNullElse(silentAfter, Duration.ofSeconds(15)));
        this.freshReports = checked("freshReports", requireNonNullElse(freshReports, Duration.ofSeconds(10)));
        this.reconcileEvery = checked("reconcileEvery", requireNonNullElse(reconcileEvery, Duration.ofSeconds(30)));
        this.engineAnswer = checked("engineAnswer", requireNonNullElse(engineAnswer, Duration.ofSeconds(5)));
        this.eventBeat = checked("eventBeat", requireNonNullElse(eventBeat, Duration.ofSeconds(3)));
        this.slowClient = checked("slowClient", requireNonNullElse(slowClient, Duration.ofSeconds(10)));
    }

    private static Duration checked(String key, Duration value) {
        if (value.isNegative() || value.isZero() || value.compareTo(Duration.ofHours(1)) > 0) {
            throw new UnusableSetting("times." + key, value, "more than PT0S and at most PT1H");
        }
        return value;
    }
}

package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.Component;
import java.time.Duration;
import java.util.Map;

/** Policies for tests: the waits are short, the rules are the product's. */
public final class Policies {
    public static final Policy DEFAULT = withMinimum(Map.of());

    private Policies() {}

    public static Policy withMinimum(Map<Component, Integer> minimumActive) {
        return new Policy(
                minimumActive,
                1,
                new Policy.Drain(seconds(600), seconds(2), seconds(60), Duration.ofMillis(500)),
                new Policy.Soak(Duration.ofMillis(600), Duration.ofMillis(300), Duration.ofMillis(100)),
                new Policy.Limits(
                        seconds(600), seconds(120), seconds(60), seconds(15), seconds(10), seconds(20), seconds(60)));
    }

    public static Policy withDrainLimit(Duration limit) {
        return new Policy(
                Map.of(),
                1,
                new Policy.Drain(limit, seconds(2), seconds(60), Duration.ofMillis(500)),
                DEFAULT.soak(),
                DEFAULT.limits());
    }

    /** A soak that no test lives to see the end of. */
    public static Policy withEndlessSoak() {
        var day = Duration.ofDays(1);
        return new Policy(
                Map.of(), 1, DEFAULT.drain(), new Policy.Soak(day, day, Duration.ofMillis(100)), DEFAULT.limits());
    }

    /** Silence is noticed at once: the test engine does not skip the time of activities. */
    public static Policy impatient() {
        var moment = Duration.ofMillis(300);
        return new Policy(
                Map.of(),
                1,
                DEFAULT.drain(),
                DEFAULT.soak(),
                new Policy.Limits(seconds(1), seconds(120), seconds(60), seconds(15), moment, moment, seconds(1)));
    }

    private static Duration seconds(long count) {
        return Duration.ofSeconds(count);
    }
}

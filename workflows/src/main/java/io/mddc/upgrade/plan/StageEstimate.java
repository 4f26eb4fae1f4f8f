package io.mddc.upgrade.plan;

import io.mddc.upgrade.run.Step;
import java.time.Duration;

/**
 * How long a stage will probably take when nothing fails, by the forecast of its steps.
 *
 * <p>The first unit goes alone. Then the slots double with each success up to the concurrency, and each unit holds its slot to
 * the end of its soak; but no more units are out of work at once than the minimum leaves room for. The slower of the two counts.
 * Units that share a host, and packages that are long on their way, are not thought of.
 */
final class StageEstimate {
    private final Policy policy;
    private final String source;
    private final Duration drain;
    private final Duration install;
    private final Duration start;

    StageEstimate(Forecast forecast) {
        this.policy = forecast.policy();
        this.source = forecast.isMeasured() ? "measured here" : "estimated";
        this.drain = forecast.of(Step.DRAIN);
        this.install = forecast.of(Step.INSTALL);
        this.start = forecast.of(Step.VERIFY);
    }

    /**
     * @param room instances that may be out of work at once
     */
    Estimate of(int units, int room) {
        var out = drain.plus(install).plus(start);
        var soak = policy.soak();
        var inSlots = out.plus(soak.unit()).multipliedBy(waves(units - 1));
        var inTurns = out.multipliedBy(((long) units - 2 + room) / room);
        var others = units == 1 ? Duration.ZERO : longer(inSlots, inTurns.plus(soak.unit()));
        var whole = out.plus(soak.canary()).plus(others);
        return new Estimate(whole, sentence(whole));
    }

    private String sentence(Duration whole) {
        return "about %s, %s from %s to drain, %s to install and %s to start, watched %s at first and %s each after;"
                        .formatted(
                                Estimate.inWords(whole),
                                source,
                                Estimate.inWords(drain),
                                Estimate.inWords(install),
                                Estimate.inWords(start),
                                Estimate.inWords(policy.soak().canary()),
                                Estimate.inWords(policy.soak().unit()))
                + " at most " + policy.concurrency() + " at once, and nothing failing.";
    }

    /** How often all slots are used until so many units are done. */
    private int waves(int units) {
        int done = 0;
        int waves = 0;
        while (done < units) {
            done += (int) Math.min(policy.concurrency(), 1L << Math.min(done + 1, 30));
            waves++;
        }
        return waves;
    }

    private static Duration longer(Duration left, Duration right) {
        return left.compareTo(right) >= 0 ? left : right;
    }
}

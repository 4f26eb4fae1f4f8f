package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.run.Step;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * How long a unit's steps take, as nine of ten take at most: as this cluster has shown it, else as the policy expects it, and
 * nothing longer than the policy's limit for it. A soak lasts as long as the policy says.
 */
public record Forecast(Policy policy, StepTimes measured) {
    /** UPLOAD is not among them: it touches nothing, and is over before a unit goes. */
    private static final Set<Step> FORWARD = EnumSet.range(Step.DRAIN, Step.MONITOR);

    public Duration of(Step step) {
        return measured.p90(step).orElseGet(() -> expected(step));
    }

    /** Whether any of it was measured here. */
    public boolean isMeasured() {
        return FORWARD.stream().anyMatch(step -> measured.p90(step).isPresent());
    }

    /**
     * From the beginning of that step to the end of the unit, and its way back besides. The sum of what nine of ten take is more
     * than nine of ten sums take.
     *
     * @param soak the unit's own
     */
    public Duration needed(Step from, Duration soak) {
        return FORWARD.stream()
                .filter(step -> step.compareTo(from) >= 0)
                .map(step -> step == Step.MONITOR ? soak : of(step))
                .reduce(of(Step.WAY_BACK), Duration::plus);
    }

    /** What must fit before a stage of so many units may begin: all of it while the whole system is down, else its first unit. */
    public Duration neededToBegin(Component component, int units) {
        return policy.needsMaintenance(component)
                ? of(Step.MAINTENANCE).plus(needed(Step.DRAIN, Duration.ZERO).multipliedBy(units))
                : needed(Step.DRAIN, policy.soak().canary());
    }

    private Duration expected(Step step) {
        var expected = policy.expected();
        var limits = policy.limits();
        return switch (step) {
            case UPLOAD -> shorter(expected.upload(), limits.upload());
            case DRAIN -> shorter(expected.drain(), policy.drain().limit());
            case INSTALL -> shorter(expected.install(), limits.install());
            case VERIFY -> shorter(expected.verify(), limits.ready());
            case MONITOR -> policy.soak().unit();
            case WAY_BACK -> expected.wayBack();
            case MAINTENANCE -> expected.maintenance();
            case STAGE -> Duration.ZERO;
        };
    }

    private static Duration shorter(Duration left, Duration right) {
        return left.compareTo(right) <= 0 ? left : right;
    }
}

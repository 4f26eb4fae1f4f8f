package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.plan.Policy.Drain;
import io.mddc.upgrade.plan.Policy.Limits;
import io.mddc.upgrade.plan.Policy.PastLimit;
import io.mddc.upgrade.plan.Policy.Soak;
import io.mddc.upgrade.plan.Policy.WhenSpent;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Policies for tests: the waits are short, the rules are the product's; nothing waits for a person unless asked to. */
public final class Policies {
    public static final Policy DEFAULT = new Builder().build();

    private Policies() {}

    public static Policy withMinimum(Map<Component, Integer> minimumActive) {
        return new Builder().minimumActive(minimumActive).build();
    }

    public static Policy withDrain(Duration limit, PastLimit whenPassed) {
        return new Builder().drain(limit, whenPassed).build();
    }

    /** A soak that no test lives to see the end of. */
    public static Policy withEndlessSoak() {
        return new Builder().endlessSoak().build();
    }

    public static Policy withBudget(int failures, WhenSpent whenSpent) {
        return new Builder().budget(failures, whenSpent).build();
    }

    public static Policy withConcurrency(int units) {
        return new Builder().concurrency(units).build();
    }

    /** Silence is noticed at once: the test engine does not skip the time of activities. */
    public static Policy impatient() {
        return new Builder().impatient().build();
    }

    /** Names what differs from {@link #DEFAULT}. */
    public static final class Builder {
        private Map<Component, Integer> minimumActive = Map.of();
        private int concurrency = 1;
        private FailureBudget budget = new FailureBudget("1");
        private WhenSpent whenSpent = WhenSpent.END;
        private Approval approval = new Approval(false, Set.of());
        private Set<Component> attended = Set.of();
        private Reboots reboots = Reboots.NEVER;
        private Maintenance maintenance = Maintenance.USUAL;
        private int windowsFromLevel = 3;
        private Drain drain = drainOf(seconds(600), PastLimit.RETURN);
        private Soak soak = new Soak(Duration.ofMillis(600), Duration.ofMillis(300), Duration.ofMillis(100));
        private Limits limits =
                new Limits(seconds(600), seconds(120), seconds(60), seconds(15), seconds(10), seconds(20), seconds(60));

        public Builder minimumActive(Map<Component, Integer> counts) {
            minimumActive = counts;
            return this;
        }

        public Builder concurrency(int units) {
            concurrency = units;
            return this;
        }

        public Builder budget(int failures, WhenSpent then) {
            budget = new FailureBudget(Integer.toString(failures));
            whenSpent = then;
            return this;
        }

        public Builder approval(boolean canary, Component... stages) {
            approval = new Approval(canary, Set.of(stages));
            return this;
        }

        public Builder attended(Component... components) {
            attended = Set.of(components);
            return this;
        }

        public Builder rebootsAllowed() {
            reboots = new Reboots(true);
            return this;
        }

        public Builder drain(Duration limit, PastLimit whenPassed) {
            drain = drainOf(limit, whenPassed);
            return this;
        }

        public Builder quiet(Maintenance.Kind kind, Duration time) {
            maintenance = new Maintenance(Set.of(), new Maintenance.Quiet(kind, time), Duration.ofSeconds(5));
            return this;
        }

        public Builder windowsFromLevel(int level) {
            windowsFromLevel = level;
            return this;
        }

        public Builder endlessSoak() {
            var day = Duration.ofDays(1);
            soak = new Soak(day, day, Duration.ofMillis(100));
            return this;
        }

        public Builder soak(Duration canary, Duration unit) {
            soak = new Soak(canary, unit, Duration.ofMillis(100));
            return this;
        }

        /** Waits on the host, the first and the longest. */
        public Builder slices(Duration first, Duration longest) {
            drain = new Drain(
                    drain.limit(), drain.whenPassed(), drain.answerWithin(), first, longest, drain.idleConfirm());
            return this;
        }

        public Builder impatient() {
            var moment = Duration.ofMillis(300);
            limits = new Limits(seconds(1), seconds(120), seconds(60), seconds(15), moment, moment, seconds(1));
            return this;
        }

        public Policy build() {
            return new Policy(
                    Policy.SERVICES_FIRST,
                    minimumActive,
                    concurrency,
                    budget,
                    whenSpent,
                    approval,
                    attended,
                    Map.of(),
                    reboots,
                    maintenance,
                    windowsFromLevel,
                    drain,
                    soak,
                    limits,
                    ExpectedTimes.USUAL);
        }

        private static Drain drainOf(Duration limit, PastLimit whenPassed) {
            return new Drain(limit, whenPassed, seconds(1800), seconds(2), seconds(60), Duration.ofMillis(500));
        }

        private static Duration seconds(long count) {
            return Duration.ofSeconds(count);
        }
    }
}

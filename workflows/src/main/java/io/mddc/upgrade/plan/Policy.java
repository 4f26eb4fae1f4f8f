package io.mddc.upgrade.plan;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.mddc.upgrade.cluster.Component;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How careful an upgrade is; {@code config/policy.yml} holds the installation's, a request may override single keys. It is
 * copied into the plan, so a later edit of the file does not change an upgrade that runs.
 *
 * @param minimumActive instances of a component that stay active whatever happens; for a component not named here:
 *     all but one
 * @param failureBudget the stage begins no more units at this failure
 */
public record Policy(Map<Component, Integer> minimumActive, int failureBudget, Drain drain, Soak soak, Limits limits) {
    public Policy {
        minimumActive = Map.copyOf(minimumActive);
        minimumActive.forEach((component, count) ->
                checkArgument(count >= 0, "minimumActive.%s is %s: allowed is 0 or more", component, count));
        requireNonNull(drain, "drain is missing: it has limit, slice, longestSlice and idleConfirm");
        requireNonNull(soak, "soak is missing: it has canary, unit and poll");
        requireNonNull(
                limits,
                "limits is missing: it has upload, install, ready, eligible, answerProbing, answerChanging and silentHost");
        checkArgument(failureBudget >= 1, "failureBudget is %s: allowed is 1 or more", failureBudget);
    }

    /**
     * @param limit how long a unit may take to run out of work
     * @param slice the first wait on the host; later ones double up to {@code longestSlice}
     * @param idleConfirm the time between the two reads of "nothing in progress"
     */
    public record Drain(Duration limit, Duration slice, Duration longestSlice, Duration idleConfirm) {
        public Drain {
            positive("drain.limit", limit);
            positive("drain.slice", slice);
            positive("drain.longestSlice", longestSlice);
            positive("drain.idleConfirm", idleConfirm);
        }
    }

    /**
     * How long a unit is watched after it took work again.
     *
     * @param canary for the first unit of a stage
     * @param unit for each other
     * @param poll between two looks
     */
    public record Soak(Duration canary, Duration unit, Duration poll) {
        public Soak {
            positive("soak.canary", canary);
            positive("soak.unit", unit);
            positive("soak.poll", poll);
        }
    }

    /**
     * @param upload from the beginning of UPLOAD to the package on the host
     * @param install the installer's own run
     * @param ready from the end of the install to ready
     * @param eligible from rejoining to being seen as taking work
     * @param answerProbing how long a host may take to pick up a question before the wait says so
     * @param answerChanging the same for a change
     * @param silentHost how long the cleanup waits for a host before it hands over to a person
     */
    public record Limits(
            Duration upload,
            Duration install,
            Duration ready,
            Duration eligible,
            Duration answerProbing,
            Duration answerChanging,
            Duration silentHost) {
        public Limits {
            positive("limits.upload", upload);
            positive("limits.install", install);
            positive("limits.ready", ready);
            positive("limits.eligible", eligible);
            positive("limits.answerProbing", answerProbing);
            positive("limits.answerChanging", answerChanging);
            positive("limits.silentHost", silentHost);
        }
    }

    private static void positive(String key, @Nullable Duration value) {
        checkArgument(
                value != null && !value.isNegative() && !value.isZero() && value.compareTo(Duration.ofDays(30)) <= 0,
                "%s is %s: allowed is more than PT0S and at most P30D",
                key,
                value);
    }
}

package io.mddc.upgrade.plan;

import static java.util.Objects.requireNonNull;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.ImpactLevel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How careful an upgrade is; {@code config/policy.yml} holds the installation's, a request may override single keys. It is
 * copied into the plan, so a later edit of the file does not change an upgrade that runs.
 *
 * @param order in which the components of one upgrade go
 * @param minimumActive instances of a component that stay active whatever happens; for a component not named here:
 *     all but one
 * @param concurrency units of a stage that may be in work at once, once the first has succeeded
 * @param failureBudget the stage begins no more units at this failure
 * @param whenSpent what happens then
 * @param approval where a person must say yes
 * @param attended a person runs the installers of these
 * @param wayBack how far these may be put back by themselves
 * @param reboots whether hosts may be started again for a package that asks for it
 * @param maintenance how the whole system is taken down, where a component needs that
 * @param windowsFromLevel components of this impact level and above are upgraded in maintenance windows alone; 3 is none
 * @param expected how long steps take where this cluster has not shown it yet
 */
public record Policy(
        List<Component> order,
        Map<Component, Integer> minimumActive,
        int concurrency,
        FailureBudget failureBudget,
        WhenSpent whenSpent,
        Approval approval,
        Set<Component> attended,
        Map<Component, WayBackRule> wayBack,
        Reboots reboots,
        Maintenance maintenance,
        Integer windowsFromLevel,
        Drain drain,
        Soak soak,
        Limits limits,
        ExpectedTimes expected) {
    /** Services before instances, a newer control center when workers roll, and last what takes the system down. */
    public static final List<Component> SERVICES_FIRST = List.of(
            Component.CONTROL_CENTER,
            Component.IDENTITY_SERVICE,
            Component.WORKER,
            Component.API_GATEWAY,
            Component.CORE,
            Component.FILE_STORAGE);

    /** More at once nobody can look after. */
    public static final int MOST_AT_ONCE = 100;

    public Policy {
        order = List.copyOf(order == null || order.isEmpty() ? SERVICES_FIRST : order);
        Allowed.order(order);
        Allowed.concurrency(concurrency);
        requireNonNull(failureBudget, "failureBudget is missing: allowed is a count such as 1, or a share such as 10%");
        requireNonNull(whenSpent, "whenSpent is missing: allowed is PAUSE or END");
        requireNonNull(approval, "approval is missing: it has canary and stages");
        attended = attended == null ? Set.of() : Set.copyOf(attended);
        Allowed.attended(attended);
        wayBack = wayBack == null ? Map.of() : Map.copyOf(wayBack);
        reboots = reboots == null ? Reboots.NEVER : reboots;
        maintenance = maintenance == null ? Maintenance.USUAL : maintenance;
        windowsFromLevel = windowsFromLevel == null ? ImpactLevel.SYSTEM_DOWN.level() : windowsFromLevel;
        Allowed.windowsFromLevel(windowsFromLevel);
        minimumActive = Map.copyOf(minimumActive);
        Allowed.minimumActive(minimumActive);
        requireNonNull(
                drain, "drain is missing: it has limit, whenPassed, answerWithin, slice, longestSlice and idleConfirm");
        requireNonNull(soak, "soak is missing: it has canary, unit and poll");
        requireNonNull(
                limits,
                "limits is missing: it has upload, install, ready, eligible, answerProbing, answerChanging and silentHost");
        expected = expected == null ? ExpectedTimes.USUAL : expected;
    }

    public WayBackRule wayBackOf(Component component) {
        return wayBack.getOrDefault(component, WayBackRule.usualOf(component));
    }

    /** It is upgraded in maintenance windows alone. */
    public boolean needsWindow(Component component) {
        return component.impact().level() >= windowsFromLevel;
    }

    /** The instances of a component that stay active whatever happens, of so many. */
    public int minimumOf(Component component, int instances) {
        return minimumActive.getOrDefault(component, Math.max(0, instances - 1));
    }

    /** The whole system is down while it is upgraded. */
    public boolean needsMaintenance(Component component) {
        return maintenance.isFor(component);
    }

    /** What a stage does when its failure budget is spent. */
    public enum WhenSpent {
        /** It waits for a person. */
        PAUSE,
        /** Units that were not begun are cancelled. */
        END
    }

    /** What happens to an instance that still has files when its drain limit has passed. */
    public enum PastLimit {
        /** It gets the same time once more. */
        EXTEND,
        /** It goes back to work and comes again at the end of the queue; the second time it is skipped. */
        RETURN,
        /** It is stopped; its files fail and are listed. */
        FAIL_FILES,
        /** A person is asked; without an answer in time it returns. */
        ASK
    }

    /**
     * @param limit how long a unit may take to run out of work
     * @param whenPassed what happens after it
     * @param answerWithin how long a person who is asked may take
     * @param slice the first wait on the host; later ones double up to {@code longestSlice}
     * @param idleConfirm the time between the two reads of "nothing in progress"
     */
    public record Drain(
            Duration limit,
            PastLimit whenPassed,
            Duration answerWithin,
            Duration slice,
            Duration longestSlice,
            Duration idleConfirm) {
        public Drain {
            Allowed.length("drain.limit", limit);
            requireNonNull(whenPassed, "drain.whenPassed is missing: allowed is EXTEND, RETURN, FAIL_FILES or ASK");
            Allowed.length("drain.answerWithin", answerWithin);
            Allowed.length("drain.slice", slice);
            Allowed.length("drain.longestSlice", longestSlice);
            Allowed.length("drain.idleConfirm", idleConfirm);
        }

        /** What happens past the limit to one whose files are waited for as long as it takes, unless they may fail. */
        public PastLimit whenNobodyIsAsked() {
            return whenPassed == PastLimit.FAIL_FILES ? PastLimit.FAIL_FILES : PastLimit.EXTEND;
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
            Allowed.length("soak.canary", canary);
            Allowed.length("soak.unit", unit);
            Allowed.length("soak.poll", poll);
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
            Allowed.length("limits.upload", upload);
            Allowed.length("limits.install", install);
            Allowed.length("limits.ready", ready);
            Allowed.length("limits.eligible", eligible);
            Allowed.length("limits.answerProbing", answerProbing);
            Allowed.length("limits.answerChanging", answerChanging);
            Allowed.length("limits.silentHost", silentHost);
        }
    }
}

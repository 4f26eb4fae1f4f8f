package io.mddc.upgrade.plan;

import static com.google.common.base.Preconditions.checkArgument;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeMethod;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the keys of a policy may be. A refusal is for who wrote the policy: it names the key, the value and what is allowed. */
final class Allowed {
    /** Above every impact level. */
    private static final int NO_WINDOWS = 3;

    private static final Duration LONGEST = Duration.ofDays(30);

    private Allowed() {}

    static void order(List<Component> order) {
        checkArgument(
                Set.copyOf(order).equals(EnumSet.allOf(Component.class))
                        && order.size() == Policy.SERVICES_FIRST.size(),
                "order is %s: allowed is each of %s once",
                order,
                Policy.SERVICES_FIRST);
    }

    static void concurrency(int units) {
        checkArgument(
                units >= 1 && units <= Policy.MOST_AT_ONCE,
                "concurrency is %s: allowed is 1 to %s",
                units,
                Policy.MOST_AT_ONCE);
    }

    static void attended(Set<Component> components) {
        components.forEach(component -> checkArgument(
                component.method() == UpgradeMethod.INSTALLER,
                "attended names %s: allowed are components that are upgraded by their installer file",
                component));
    }

    static void windowsFromLevel(int level) {
        checkArgument(
                level >= 0 && level <= NO_WINDOWS, "windowsFromLevel is %s: allowed is 0, 1, 2, or 3 for none", level);
    }

    static void minimumActive(Map<Component, Integer> counts) {
        counts.forEach((component, count) ->
                checkArgument(count >= 0, "minimumActive.%s is %s: allowed is 0 or more", component, count));
    }

    /** For every time that is waited or expected. */
    static void length(String key, @Nullable Duration value) {
        checkArgument(
                value != null && value.compareTo(Duration.ZERO) > 0 && value.compareTo(LONGEST) <= 0,
                "%s is %s: allowed is more than PT0S and at most P30D",
                key,
                value);
    }
}

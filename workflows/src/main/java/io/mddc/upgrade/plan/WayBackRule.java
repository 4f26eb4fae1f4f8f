package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.Component;
import java.util.Map;

/** How far the former package of a component may be put back by itself. */
public enum WayBackRule {
    /** At any time: it keeps nothing that a newer version changes. */
    REINSTALL,
    /** Until the new version was started: that may have changed the data, and only a person can judge and restore it. */
    UNTIL_STARTED;

    private static final Map<Component, WayBackRule> KEEP_DATA =
            Map.of(Component.IDENTITY_SERVICE, UNTIL_STARTED, Component.FILE_STORAGE, UNTIL_STARTED);

    /** What holds where the policy says nothing. */
    static WayBackRule usualOf(Component component) {
        return KEEP_DATA.getOrDefault(component, REINSTALL);
    }
}

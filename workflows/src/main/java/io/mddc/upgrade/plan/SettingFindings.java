package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostNote.Kind;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.plan.Finding.Code;
import java.util.List;

/** What is noticed about the settings that a control center of the vendor's keeps. */
public final class SettingFindings {
    private final ClusterView cluster;

    SettingFindings(ClusterView cluster) {
        this.cluster = cluster;
    }

    /** The same that a plan for this cluster would have. */
    public static List<Finding> of(ClusterView cluster) {
        return new SettingFindings(cluster).find();
    }

    List<Finding> find() {
        return cluster.of(Component.CONTROL_CENTER).stream()
                .filter(center -> !says(Kind.SELF, center) && !says(Kind.SETTINGS_WATCHED, center))
                .map(center -> new Finding(
                        Code.SETTINGS_NOT_WATCHED,
                        "%s on %s is not a part of this product, and its settings Workflow, Module Update and Health check are not all read: a change of what is not read would not be noticed during the upgrade."
                                .formatted(center.id(), center.host()),
                        "Say in its profile how they are read (settings), or see to it that nobody changes them."))
                .toList();
    }

    private boolean says(Kind kind, Instance center) {
        return cluster.host(center.host()).says(kind, center.id());
    }
}

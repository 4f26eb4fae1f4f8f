package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import java.util.Locale;

/** The ids people see in the Temporal Web UI, and by which the engine keeps two of the same apart. */
public final class WorkflowIds {
    private WorkflowIds() {}

    public static String ofUpgrade(UpgradeId upgrade) {
        return "upgrade/" + upgrade;
    }

    public static String ofStage(UpgradeId upgrade, Component component) {
        return ofUpgrade(upgrade) + "/"
                + component.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The way back of a whole stage. */
    public static String ofRollback(UpgradeId upgrade, Component component) {
        return ofStage(upgrade, component) + "/rollback";
    }

    public static String ofCleanup(UpgradeId upgrade) {
        return ofUpgrade(upgrade) + "/cleanup";
    }

    /** The lock of the instance: two upgrades cannot have a unit for it at once. */
    public static String ofUnit(InstanceId instance) {
        return "instance/" + instance;
    }
}

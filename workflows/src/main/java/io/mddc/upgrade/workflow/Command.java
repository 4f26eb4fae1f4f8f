package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.plan.Policy.PastLimit;
import java.time.Duration;

/**
 * What a person tells a running upgrade.
 *
 * @param upgrade the one it is meant for; another's is rejected
 * @param by who gave it
 */
public record Command(UpgradeId upgrade, String by, String reason) {
    /** Such as {@code Paused by anna: wrong night.} */
    String sentence(String did) {
        var end = reason.endsWith(".") ? "" : ".";
        return reason.isEmpty() ? did + " by " + by + "." : did + " by " + by + ": " + reason + end;
    }

    /** About one instance. */
    public record OnInstance(Command command, InstanceId instance) {}

    /** How many units of the stage may be in work at once from now on. */
    public record Concurrency(Command command, int units) {}

    /** More time to drain, from the present deadline on. */
    public record ExtendDrain(Command command, Duration by) {}

    /** What happens to an instance whose drain limit has passed. */
    public record Answer(Command command, PastLimit answer) {}
}

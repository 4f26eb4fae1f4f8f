package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.InstanceId;
import java.time.Duration;

/** What was waited for did not come true within its limit. */
final class NotInTime extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotInTime(InstanceId instance, String what, Duration limit) {
        super(instance + " " + what + " within " + limit);
    }
}

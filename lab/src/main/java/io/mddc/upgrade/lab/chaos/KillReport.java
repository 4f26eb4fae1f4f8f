package io.mddc.upgrade.lab.chaos;

import io.mddc.upgrade.cluster.InstanceId;
import java.time.Instant;
import java.util.Optional;

/**
 * One kill, as the report shows it.
 *
 * @param instance whose step it was
 * @param at when it was gone
 * @param resumedAfterSeconds from the start of the replacement process to its first sign of going on, of a workflow from its
 *     end to the begin of the upgrade's cleanup; empty when none came
 * @param outageSeconds from its end to that sign: the lab's restart, the program's own start, and its finding the way again
 */
public record KillReport(
        String what,
        KillStep step,
        Optional<InstanceId> instance,
        Instant at,
        Optional<Double> resumedAfterSeconds,
        Optional<Double> outageSeconds) {}

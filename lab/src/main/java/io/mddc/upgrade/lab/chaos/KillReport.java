package io.mddc.upgrade.lab.chaos;

import io.mddc.upgrade.cluster.InstanceId;
import java.time.Instant;
import java.util.Optional;

/**
 * One kill, as the report shows it.
 *
 * @param instance whose step it was
 * @param at when it was gone
 * @param resumedAfterSeconds from the start of the replacement process to its first sign of going on; empty when none came
 */
public record KillReport(
        String what, KillStep step, Optional<InstanceId> instance, Instant at, Optional<Double> resumedAfterSeconds) {}

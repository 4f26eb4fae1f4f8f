package io.mddc.upgrade.controlcenter.inventory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.Platform;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;

/**
 * An instance and how old that knowledge is.
 *
 * @param lastReport when the control center received it, by its own clock
 * @param statedBy who stated it, as no worker of ours is on its host; empty for what a worker reports
 * @param statedPlatform what its host installs, by the same word
 */
public record Reported(
        @Nested @JsonUnwrapped Instance instance,
        Instant lastReport,
        Optional<String> statedBy,
        Optional<Platform> statedPlatform) {}

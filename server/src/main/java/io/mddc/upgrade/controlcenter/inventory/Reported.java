package io.mddc.upgrade.controlcenter.inventory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.mddc.upgrade.cluster.Instance;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/**
 * An instance and how old that knowledge is.
 *
 * @param lastReport when the control center received it, by its own clock
 */
public record Reported(@Nested @JsonUnwrapped Instance instance, Instant lastReport) {}

package io.mddc.upgrade.plan;

import static java.util.Objects.requireNonNull;

import io.mddc.upgrade.cluster.Component;
import java.util.Set;

/**
 * Where a person must say yes.
 *
 * @param canary after the first unit of a stage
 * @param stages before the first unit of these
 */
public record Approval(boolean canary, Set<Component> stages) {
    public Approval {
        stages = Set.copyOf(requireNonNull(stages, "approval.stages is missing: allowed is [] or components"));
    }
}

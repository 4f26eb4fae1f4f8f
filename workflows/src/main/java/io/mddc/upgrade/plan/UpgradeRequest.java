package io.mddc.upgrade.plan;

import static com.google.common.base.Preconditions.checkArgument;

import io.mddc.upgrade.cluster.HostId;
import java.util.List;

/**
 * What an operator asks for.
 *
 * @param hosts only instances on these; empty means all
 */
public record UpgradeRequest(List<Target> targets, List<HostId> hosts) {
    public UpgradeRequest {
        targets = List.copyOf(targets);
        hosts = List.copyOf(hosts);
        checkArgument(!targets.isEmpty(), "targets is empty: name at least one component and version");
        checkArgument(
                targets.stream().map(Target::component).distinct().count() == targets.size(),
                "targets names a component twice: each component has one target");
    }
}

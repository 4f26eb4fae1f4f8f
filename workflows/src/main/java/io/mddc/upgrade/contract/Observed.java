package io.mddc.upgrade.contract;

import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.Version;
import java.util.Optional;

/**
 * An instance as its host sees it now.
 *
 * @param openInstall an install on this host that has not ended
 */
public record Observed(Instance instance, Optional<OperationId> openInstall) {
    /** It runs what is installed, is ready, and nothing is being installed: it may take work. */
    public boolean isFit() {
        return openInstall.isEmpty()
                && instance.health() == io.mddc.upgrade.cluster.Health.READY
                && instance.installed()
                        .map(version -> version.upstream().equals(instance.running()))
                        .orElse(false);
    }

    /** What speaks for and against it, in words. */
    public String standing() {
        return "it runs %s, %s is installed, it is %s%s"
                .formatted(
                        instance.running().isEmpty() ? "no version that answers" : instance.running(),
                        instance.installed().map(Version::value).orElse("no version completely"),
                        instance.health(),
                        openInstall
                                .map(operation -> ", its install " + operation + " has not ended")
                                .orElse(""));
    }
}

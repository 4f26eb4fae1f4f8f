package io.mddc.upgrade.contract;

import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.Version;
import java.time.Instant;
import java.util.Optional;

/**
 * An instance as its host sees it now.
 *
 * @param openInstall an install on this host that has not ended
 * @param at when it was looked at, by the host's clock
 * @param moment the same by the host's uptime, where it tells
 * @param needsReboot why the host wants to be started again, since it was started
 */
public record Observed(
        Instance instance,
        Optional<OperationId> openInstall,
        Optional<Instant> at,
        Optional<HostMoment> moment,
        Optional<String> needsReboot) {
    public Observed(Instance instance, Optional<OperationId> openInstall) {
        this(instance, openInstall, Optional.empty(), Optional.empty(), Optional.empty());
    }

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

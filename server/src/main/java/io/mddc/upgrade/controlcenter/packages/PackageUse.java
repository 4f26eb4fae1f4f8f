package io.mddc.upgrade.controlcenter.packages;

import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.UpgradeId;
import java.util.Optional;

/** Whether something in work needs a package. */
@FunctionalInterface
public interface PackageUse {
    Optional<UpgradeId> neededBy(Sha256 digest);
}

package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.Remedy;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.WaitReason;
import java.time.Instant;
import java.util.Optional;

/** A unit as the run log left it. */
public record UnitRow(
        UpgradeId upgradeId,
        InstanceId instance,
        Component component,
        int ordinal,
        HostId host,
        Version fromVersion,
        Version toVersion,
        Sha256 digest,
        Optional<Sha256> formerDigest,
        UnitState state,
        String sentence,
        WaitReason waitReason) {
    static UnitRow pending(UpgradeId upgrade, int ordinal, UnitPlan plan, Instant now) {
        return new UnitRow(
                upgrade,
                plan.instance(),
                plan.component(),
                ordinal,
                plan.host(),
                plan.from(),
                plan.to(),
                plan.target().digest(),
                plan.former().map(PackageFile::digest),
                UnitState.PENDING,
                "",
                new WaitReason.ForOthers(
                        plan.instance() + " is begun when its turn comes.",
                        now,
                        "the stages and units before it",
                        Remedy.of(UnitState.PENDING)));
    }
}

package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.access.Caller;
import io.mddc.upgrade.controlcenter.rest.IdempotencyKey;
import io.mddc.upgrade.workflow.Command;
import java.util.Optional;

/** What a person or script tells an upgrade: which one, by which key, who and why. */
record Told(UpgradeId upgrade, IdempotencyKey key, Command command) {
    static Told by(Caller caller, UpgradeId upgrade, Optional<IdempotencyKey> key, CommandBody body) {
        return new Told(upgrade, IdempotencyKey.required(key), new Command(upgrade, caller.name(), body.reason()));
    }
}

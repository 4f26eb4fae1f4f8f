package io.mddc.upgrade.controlcenter.terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Everything goes back to what it was. */
@Command(
        name = "rollback",
        description = "Takes an upgrade back: units in work first, then the upgraded ones, newest first.")
final class RollbackCommand extends TellingCommand {
    @Mixin
    private UpgradeParameter upgrade = new UpgradeParameter();

    @Override
    public Integer call() {
        return tell(upgrade.id(), "/rollback", "is being rolled back");
    }
}

package io.mddc.upgrade.controlcenter.terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** No unit begins any more. */
@Command(name = "pause", description = "Pauses an upgrade: no unit begins any more, those in work finish.")
final class PauseCommand extends TellingCommand {
    @Mixin
    private UpgradeParameter upgrade = new UpgradeParameter();

    @Override
    public Integer call() {
        return tell(upgrade.id(), "/pause", "begins no more units");
    }
}

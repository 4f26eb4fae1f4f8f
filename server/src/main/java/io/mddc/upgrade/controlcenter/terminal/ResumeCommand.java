package io.mddc.upgrade.controlcenter.terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Units begin again. */
@Command(
        name = "resume",
        description = "Lets a paused upgrade go on; a spent failure budget lets one more failure happen.")
final class ResumeCommand extends TellingCommand {
    @Mixin
    private UpgradeParameter upgrade = new UpgradeParameter();

    @Override
    public Integer call() {
        return tell(upgrade.id(), "/resume", "goes on");
    }
}

package io.mddc.upgrade.controlcenter.terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The exit out of a system that an upgrade left closed. */
@Command(
        name = "reopen",
        description =
                "Opens a system that an upgrade left closed, once it is repaired: Cores start, a file goes through.")
final class ReopenCommand extends TellingCommand {
    @Mixin
    private UpgradeParameter upgrade = new UpgradeParameter();

    @Override
    public Integer call() {
        return tell(upgrade.id(), "/reopen", "is being reopened");
    }
}

package io.mddc.upgrade.controlcenter.terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Follows an upgrade to its end. */
@Command(
        name = "watch",
        description = {
            "Follows an upgrade until it ends.",
            "On a terminal a table, otherwise one line per event; with --output json one JSON object per event",
            "and the upgrade itself as the last.",
            "Waits for a control center that restarts meanwhile."
        })
final class WatchCommand extends ServerCommand {
    @Mixin
    private UpgradeParameter upgrade = new UpgradeParameter();

    @Override
    public Integer call() {
        var server = connect();
        var display = WatchDisplay.create(isJson(), out());
        return new UpgradeWatch(server, display).run(upgradeOr(upgrade.id(), server));
    }
}

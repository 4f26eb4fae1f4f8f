package io.mddc.upgrade.controlcenter.terminal;

import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Where an upgrade is now. */
@Command(name = "status", description = "Shows where an upgrade is now.")
final class StatusCommand extends ServerCommand {
    @Mixin
    private UpgradeParameter upgrade = new UpgradeParameter();

    @Override
    public Integer call() {
        var server = connect();
        var id = upgradeOr(upgrade.id(), server);
        print(
                server.get("/upgrades/" + ControlCenterClient.encode(id)),
                answer -> new UpgradeText(Json.read(answer, UpgradeView.class), Instant.now()).lines());
        return ExitStatus.DONE;
    }
}

package io.mddc.upgrade.controlcenter.terminal;

import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What happened. */
@Command(name = "report", description = "Shows what happened, per instance, with times.")
final class ReportCommand extends ServerCommand {
    @Mixin
    private UpgradeParameter upgrade = new UpgradeParameter();

    @Override
    public Integer call() {
        var server = connect();
        var id = upgradeOr(upgrade.id(), server);
        var report = server.get("/upgrades/" + ControlCenterClient.encode(id) + "/report");
        var view = Json.read(report, UpgradeView.class);
        print(report, answer -> new UpgradeText(view, Instant.now()).lines());
        return view.hasEnded() ? view.exitStatus() : ExitStatus.DONE;
    }
}

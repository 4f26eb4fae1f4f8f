package io.mddc.upgrade.controlcenter.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
        print(report, answer -> lines(answer, view));
        return view.hasEnded() ? view.exitStatus() : ExitStatus.DONE;
    }

    private static List<String> lines(JsonNode report, UpgradeView view) {
        var told = Json.read(report, ForecastView.Listing.class).forecasts();
        var forecasts = told == null || told.isEmpty()
                ? Stream.<String>empty()
                : Stream.concat(
                        Stream.of("", "Forecasts and the truth"), told.stream().map(ForecastView::text));
        return Stream.concat(new UpgradeText(view, Instant.now()).lines().stream(), forecasts)
                .toList();
    }
}

package io.mddc.upgrade.controlcenter.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
        print(server.get("/upgrades/" + ControlCenterClient.encode(id)), answer -> lines(answer, server));
        return ExitStatus.DONE;
    }

    /** An emergency stop first: it keeps every upgrade from going on. */
    private static List<String> lines(JsonNode answer, ControlCenterClient server) {
        var stop = server.get(EmergencyCommand.PATH);
        var lines = new UpgradeText(Json.read(answer, UpgradeView.class), Instant.now()).lines();
        return stop.path("stopped").asBoolean()
                ? Stream.concat(Stream.of(stop.path("sentence").asText()), lines.stream())
                        .toList()
                : lines;
    }
}

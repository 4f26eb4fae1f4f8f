package io.mddc.upgrade.controlcenter.terminal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Option;

/** A command that tells a running upgrade something and says why. */
abstract class TellingCommand extends ServerCommand {
    @Option(names = "--reason", defaultValue = "", paramLabel = "TEXT", description = "Why; it stands in the report")
    private String reason = "";

    @Option(names = "--key", paramLabel = "KEY", description = "Idempotency-Key. Default: a new one")
    private String key = UUID.randomUUID().toString();

    /**
     * @param path below the upgrade
     * @param said for people, when it was accepted
     */
    int tell(String upgrade, String path, String said) {
        var server = connect();
        var id = upgradeOr(upgrade, server);
        var answer = server.post(
                "/upgrades/" + ControlCenterClient.encode(id) + path, Json.write(Map.of("reason", reason)), key);
        print(answer, any -> List.of("Upgrade " + id + " " + said + ": mddc-upgrade watch " + id));
        return ExitStatus.DONE;
    }
}

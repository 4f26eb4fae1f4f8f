package io.mddc.upgrade.controlcenter.terminal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends an upgrade early. */
@Command(
        name = "abort",
        description = {
            "Ends an upgrade early.",
            "Units before INSTALL return to service, INSTALL and VERIFY finish, nothing new begins."
        })
final class AbortCommand extends ServerCommand {
    @Parameters(paramLabel = "ID", description = "The upgrade; never guessed")
    private String id = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it stands in the report")
    private String reason = "";

    @Option(names = "--key", paramLabel = "KEY", description = "Idempotency-Key. Default: a new one")
    private String key = UUID.randomUUID().toString();

    @Override
    public Integer call() {
        var path = "/upgrades/" + ControlCenterClient.encode(id) + "/abort";
        var answer = connect().post(path, Json.write(Map.of("reason", reason)), key);
        print(answer, any -> List.of("Upgrade " + id + " is being aborted: mddc-upgrade watch " + id));
        return ExitStatus.DONE;
    }
}

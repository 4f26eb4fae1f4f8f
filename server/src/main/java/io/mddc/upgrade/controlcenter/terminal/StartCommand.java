package io.mddc.upgrade.controlcenter.terminal;

import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts an upgrade. */
@Command(
        name = "start",
        description = {
            "Starts an upgrade.",
            "Its packages are uploaded before (mddc-upgrade packages upload).",
            "Example: mddc-upgrade start --component CORE --version 5.17.0-1 --watch"
        })
final class StartCommand extends ServerCommand {
    @Mixin
    private OrderOptions order = new OrderOptions();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "Idempotency-Key: the same key starts one upgrade, however often it is sent. Default: a new one")
    private String key = UUID.randomUUID().toString();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            defaultValue = "NOW",
            description = "NOW (the default), NEXT_WINDOW, or an instant such as 2026-11-22T02:00:00+01:00")
    private String at = "NOW";

    @Option(names = "--watch", description = "Watch it until it ends")
    private boolean watch;

    @Override
    public Integer call() {
        var server = connect();
        var answer = server.post("/upgrades", order.body(at), key);
        var id = Json.read(answer, UpgradeView.class).id();
        if (watch) {
            return new UpgradeWatch(server, display()).run(id);
        }
        print(
                answer,
                any -> List.of("Upgrade " + id + (at.equals("NOW") ? " is started" : " is scheduled")
                        + ": mddc-upgrade watch " + id));
        return ExitStatus.DONE;
    }

    private WatchDisplay display() {
        return WatchDisplay.create(isJson(), out());
    }
}

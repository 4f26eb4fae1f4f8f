package io.mddc.upgrade.controlcenter.terminal;

import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What an upgrade would do. */
@Command(
        name = "plan",
        description = {
            "Shows what an upgrade would do, and what stands in its way. Changes nothing.",
            "Example: mddc-upgrade plan --component CORE --version 5.17.0-1"
        })
final class PlanCommand extends ServerCommand {
    @Mixin
    private OrderOptions order = new OrderOptions();

    @Override
    public Integer call() {
        var answer = connect().post("/plans", order.body(), UUID.randomUUID().toString());
        print(answer, PlanText::lines);
        return ExitStatus.DONE;
    }
}

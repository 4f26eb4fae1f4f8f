package io.mddc.upgrade.controlcenter.terminal;

import java.util.List;
import picocli.CommandLine.Command;

/** The inventory. */
@Command(name = "instances", description = "Lists the instances that workers report.")
final class InstancesCommand extends ServerCommand {
    @Override
    public Integer call() {
        var columns = List.of("id", "component", "host", "installed", "running", "health", "isolatedBy", "lastReport");
        print(connect().get("/instances"), answer -> Columns.table(answer, columns));
        return ExitStatus.DONE;
    }
}

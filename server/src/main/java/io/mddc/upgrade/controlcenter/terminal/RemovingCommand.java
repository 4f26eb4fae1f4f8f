package io.mddc.upgrade.controlcenter.terminal;

import java.util.List;
import picocli.CommandLine.Parameters;

/** Takes away one of a list. */
abstract class RemovingCommand extends ServerCommand {
    @Parameters(paramLabel = "ID", description = "As list shows it")
    private String id = "";

    int remove(String listing, String what) {
        var path = listing + "/" + ControlCenterClient.encode(id);
        print(connect().delete(path), gone -> List.of(what + " " + id + " is removed."));
        return ExitStatus.DONE;
    }
}

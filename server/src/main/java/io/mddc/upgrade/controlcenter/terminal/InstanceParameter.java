package io.mddc.upgrade.controlcenter.terminal;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which instance of which upgrade a command is about. */
final class InstanceParameter {
    @Parameters(paramLabel = "INSTANCE", description = "Such as core-2")
    private String id = "";

    @Option(
            names = "--upgrade",
            paramLabel = "ID",
            defaultValue = "",
            description = "The upgrade. Default: the one that was started last")
    private String upgrade = "";

    String id() {
        return id;
    }

    String upgrade() {
        return upgrade;
    }

    /** Below the upgrade. */
    String path(String command) {
        return "/instances/" + ControlCenterClient.encode(id) + "/" + command;
    }
}

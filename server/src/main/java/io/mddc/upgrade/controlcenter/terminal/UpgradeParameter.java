package io.mddc.upgrade.controlcenter.terminal;

import picocli.CommandLine.Parameters;

/** Which upgrade a command is about. */
final class UpgradeParameter {
    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            defaultValue = "",
            description = "The upgrade. Default: the one that was started last")
    private String id = "";

    String id() {
        return id;
    }
}

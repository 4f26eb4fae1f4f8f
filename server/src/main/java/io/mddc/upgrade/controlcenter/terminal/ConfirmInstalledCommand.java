package io.mddc.upgrade.controlcenter.terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A person has run the installer that was shown. */
@Command(
        name = "confirm-installed",
        description = "Says that the installer an instance waits for has been run; its host is looked at.")
final class ConfirmInstalledCommand extends TellingCommand {
    @Mixin
    private InstanceParameter instance = new InstanceParameter();

    @Override
    public Integer call() {
        return tell(
                instance.upgrade(),
                instance.path("confirm-installed"),
                "is told that %s is installed".formatted(instance.id()));
    }
}

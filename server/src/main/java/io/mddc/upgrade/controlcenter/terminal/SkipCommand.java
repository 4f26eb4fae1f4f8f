package io.mddc.upgrade.controlcenter.terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** An instance is left out. */
@Command(name = "skip", description = "Leaves an instance out, unless its installer has begun.")
final class SkipCommand extends TellingCommand {
    @Mixin
    private InstanceParameter instance = new InstanceParameter();

    @Override
    public Integer call() {
        return tell(instance.upgrade(), instance.path("skip"), "leaves %s out".formatted(instance.id()));
    }
}

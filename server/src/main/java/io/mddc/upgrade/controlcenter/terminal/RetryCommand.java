package io.mddc.upgrade.controlcenter.terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** An instance that ended SKIPPED, ROLLED_BACK or CANCELLED is begun anew. */
@Command(name = "retry", description = "Begins an instance anew that ended SKIPPED, ROLLED_BACK or CANCELLED.")
final class RetryCommand extends TellingCommand {
    @Mixin
    private InstanceParameter instance = new InstanceParameter();

    @Override
    public Integer call() {
        return tell(instance.upgrade(), instance.path("retry"), "begins %s anew".formatted(instance.id()));
    }
}

package io.mddc.upgrade.controlcenter.terminal;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version the jar was built as. */
final class ProductVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Optional.ofNullable(Terminal.class.getPackage().getImplementationVersion());
        return new String[] {"mddc-upgrade " + version.orElse("(not from a jar)")};
    }
}

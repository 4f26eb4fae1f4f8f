package io.mddc.upgrade.controlcenter;

import java.util.Optional;

/** What its package says by the property {@code mddc.version}, else what its jar says, else {@code dev}. */
final class RunningVersion {
    private RunningVersion() {}

    static String read() {
        return Optional.ofNullable(System.getProperty("mddc.version"))
                .or(() -> Optional.ofNullable(RunningVersion.class.getPackage().getImplementationVersion()))
                .orElse("dev");
    }
}

package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import java.util.Locale;

/** A stage as a path names it: {@code CORE}, or {@code core} as its workflow is called. */
public record StageName(Component component) {
    /** From a path; what is no component is not there. */
    public static StageName valueOf(String written) {
        return new StageName(Component.valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
}

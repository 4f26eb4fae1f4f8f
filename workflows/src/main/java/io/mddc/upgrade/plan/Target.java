package io.mddc.upgrade.plan;

import static java.util.Objects.requireNonNull;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Version;

/** The version every instance of a component shall have. */
public record Target(Component component, Version version) {
    public Target {
        requireNonNull(component, "component");
        requireNonNull(version, "version");
    }
}

package io.mddc.upgrade.lab.demo;

import static com.google.common.base.Preconditions.checkArgument;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.packaging.LabPart;

/** All instances of a part are to have that version. */
record Target(LabPart part, Version version) {
    Target {
        checkArgument(part.component().isPresent(), "%s is never upgraded", part);
    }

    Component component() {
        return part.component().orElseThrow();
    }

    @Override
    public String toString() {
        return component().title() + " " + version;
    }
}

package io.mddc.upgrade.controlcenter.terminal;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All units of one component. */
record StageView(String component, String target, int minimumActive, List<UnitView> units) {
    StageView(String component, String target, int minimumActive, @Nullable List<UnitView> units) {
        this.component = component;
        this.target = target;
        this.minimumActive = minimumActive;
        this.units = List.copyOf(requireNonNullElse(units, List.of()));
    }
}

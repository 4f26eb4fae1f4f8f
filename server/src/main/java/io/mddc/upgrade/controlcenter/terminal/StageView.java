package io.mddc.upgrade.controlcenter.terminal;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All units of one component. */
record StageView(String component, String target, int minimumActive, WaitView waitReason, List<UnitView> units) {
    StageView(
            String component,
            String target,
            int minimumActive,
            @Nullable WaitView waitReason,
            @Nullable List<UnitView> units) {
        this.component = component;
        this.target = target;
        this.minimumActive = minimumActive;
        this.waitReason = requireNonNullElse(waitReason, WaitView.NOTHING);
        this.units = List.copyOf(requireNonNullElse(units, List.of()));
    }
}

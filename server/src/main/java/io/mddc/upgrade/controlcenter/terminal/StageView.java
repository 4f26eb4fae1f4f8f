package io.mddc.upgrade.controlcenter.terminal;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All units of one component. */
record StageView(
        String component,
        String target,
        int minimumActive,
        WaitView waitReason,
        @Nullable EtaView eta,
        List<UnitView> units) {
    StageView(
            String component,
            String target,
            int minimumActive,
            @Nullable WaitView waitReason,
            @Nullable EtaView eta,
            @Nullable List<UnitView> units) {
        this.component = component;
        this.target = target;
        this.minimumActive = minimumActive;
        this.waitReason = requireNonNullElse(waitReason, WaitView.NOTHING);
        this.eta = eta;
        this.units = List.copyOf(requireNonNullElse(units, List.of()));
    }

    /** Behind its heading; empty once it is over. */
    String etaText() {
        return eta == null ? "" : ", " + eta.when();
    }
}

package io.mddc.upgrade.workflow;

import io.mddc.upgrade.plan.Forecast;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.window.WindowFit;
import io.mddc.upgrade.workflow.StageUpgrade.StageOrder;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a unit of a stage may begin now: what it needs, its way back included, must end before the window closes; or the whole
 * system must be down. When it may not and nothing is in work, the upgrade is told once; it says when it may.
 */
final class WindowGate {
    private final StageOrder order;
    private final UpgradeLink upgrade;
    private Optional<Forecast> forecast = Optional.empty();
    private Optional<WindowFit> last = Optional.empty();
    private boolean isTold;
    private boolean isLet;

    WindowGate(StageOrder order, UpgradeLink upgrade) {
        this.order = order;
        this.upgrade = upgrade;
    }

    /**
     * @param isCanary the unit is the first of its stage
     * @param isIdle no unit is in work
     */
    boolean isOpen(boolean isCanary, boolean isIdle) {
        if (order.policy().needsMaintenance(order.component())) {
            return isLet || tell(isIdle, upgrade::readyForMaintenance);
        }
        if (!order.policy().needsWindow(order.component())) {
            return true;
        }
        var soak = order.policy().soak();
        var needed = forecast().needed(Step.DRAIN, isCanary ? soak.canary() : soak.unit());
        return fits(needed) || tell(isIdle, () -> upgrade.outOfWindow(order.component(), needed));
    }

    /** Once, when nothing is in work; it stays closed until there is an answer. */
    private boolean tell(boolean isIdle, Runnable word) {
        if (isIdle && !isTold) {
            isTold = true;
            word.run();
        }
        return false;
    }

    /** The upgrade's word: look again. */
    void opens() {
        isTold = false;
        isLet = true;
        forecast = Optional.empty();
        last = Optional.empty();
    }

    /** Asked once, and again when what was open then has no time left. */
    private boolean fits(Duration needed) {
        var now = Recorder.now();
        boolean isKnown = last.filter(
                        fit -> fit.fold(fits -> fits.opening().fits(now, needed), later -> true, never -> true))
                .isPresent();
        if (!isKnown) {
            last = Optional.of(ControlCenter.windows().fit(order.component().title(), needed, now));
        }
        return last.orElseThrow() instanceof WindowFit.Fits;
    }

    private Forecast forecast() {
        var known = forecast.orElseGet(
                () -> new Forecast(order.policy(), ControlCenter.windows().stepTimes(order.component())));
        forecast = Optional.of(known);
        return known;
    }
}

package io.mddc.upgrade.workflow;

import io.mddc.upgrade.plan.Forecast;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.window.WindowFit;
import io.mddc.upgrade.workflow.StageUpgrade.StageOrder;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether a unit of a stage may begin now: what it needs, its way back included, must end before the window closes. When it does
 * not fit and nothing is in work, the upgrade is told once; it says when the next one is open.
 */
final class WindowGate {
    private final StageOrder order;
    private final UpgradeLink upgrade;
    private Optional<Forecast> forecast = Optional.empty();
    private Optional<WindowFit> last = Optional.empty();
    private boolean isTold;

    WindowGate(StageOrder order, UpgradeLink upgrade) {
        this.order = order;
        this.upgrade = upgrade;
    }

    /**
     * @param isCanary the unit is the first of its stage
     * @param isIdle no unit is in work
     */
    boolean isOpen(boolean isCanary, boolean isIdle) {
        if (!isNeeded()) {
            return true;
        }
        var soak = order.policy().soak();
        var needed = forecast().needed(Step.DRAIN, isCanary ? soak.canary() : soak.unit());
        boolean isOpen = fits(needed);
        if (!isOpen && isIdle && !isTold) {
            isTold = true;
            upgrade.outOfWindow(order.component(), needed);
        }
        return isOpen;
    }

    /** The upgrade's word: look again. */
    void opens() {
        isTold = false;
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

    /** In maintenance mode the whole stage was looked at before. */
    private boolean isNeeded() {
        Policy policy = order.policy();
        return policy.needsWindow(order.component()) && !policy.needsMaintenance(order.component());
    }
}

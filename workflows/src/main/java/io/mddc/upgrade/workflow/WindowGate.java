package io.mddc.upgrade.workflow;

import io.mddc.upgrade.plan.Forecast;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.window.WindowCalendar;
import io.mddc.upgrade.window.WindowFit;
import io.mddc.upgrade.workflow.StageUpgrade.StageOrder;
import java.util.Optional;

/**
 * Whether a unit of a stage may begin now: what it needs, its way back included, must end before the window closes. When it does
 * not fit and nothing is in work, the upgrade is told once; it says when the next one is open.
 */
final class WindowGate {
    private final StageOrder order;
    private final UpgradeLink upgrade;
    private Optional<Times> times = Optional.empty();
    private boolean isTold;

    WindowGate(StageOrder order, UpgradeLink upgrade) {
        this.order = order;
        this.upgrade = upgrade;
    }

    private record Times(WindowCalendar calendar, Forecast forecast) {}

    /**
     * @param isCanary the unit is the first of its stage
     * @param isIdle no unit is in work
     */
    boolean isOpen(boolean isCanary, boolean isIdle) {
        if (!isNeeded()) {
            return true;
        }
        var soak = order.policy().soak();
        var known = times.orElseGet(this::read);
        times = Optional.of(known);
        var needed = known.forecast().needed(Step.DRAIN, isCanary ? soak.canary() : soak.unit());
        var fit = WindowFit.of(order.component().title(), needed, known.calendar(), Recorder.now());
        boolean isOpen = fit instanceof WindowFit.Fits;
        if (!isOpen && isIdle && !isTold) {
            isTold = true;
            upgrade.outOfWindow(order.component(), needed);
        }
        return isOpen;
    }

    /** The upgrade's word: look again. */
    void opens() {
        isTold = false;
        times = Optional.empty();
    }

    /** In maintenance mode the whole stage was looked at before. */
    private boolean isNeeded() {
        Policy policy = order.policy();
        return policy.needsWindow(order.component()) && !policy.needsMaintenance(order.component());
    }

    private Times read() {
        var windows = ControlCenter.windows();
        return new Times(windows.calendar(), new Forecast(order.policy(), windows.stepTimes(order.component())));
    }
}

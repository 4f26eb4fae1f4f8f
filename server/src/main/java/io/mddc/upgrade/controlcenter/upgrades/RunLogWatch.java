package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.Step;
import java.time.Duration;
import java.util.List;

/**
 * Hears of what was written, after it is committed. A process that dies between the two tells nobody, so who must miss
 * nothing looks at the rows as well.
 */
public interface RunLogWatch {
    /** Nobody listens. */
    RunLogWatch NOBODY = new RunLogWatch() {
        @Override
        public void recorded(RunEvent event, List<LeftStep> left) {}

        @Override
        public void ended(UpgradeId upgrade) {}
    };

    /**
     * A line that was not there before.
     *
     * @param left the steps that ended with it
     */
    void recorded(RunEvent event, List<LeftStep> left);

    /** The upgrade has its outcome. */
    void ended(UpgradeId upgrade);

    /** A step of a unit, with the time it took. */
    record LeftStep(Component component, Step step, Duration took) {}
}

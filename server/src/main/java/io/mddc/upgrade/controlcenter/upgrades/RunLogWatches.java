package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.run.RunEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells all who want to hear; they are added while the control center is put together. */
public final class RunLogWatches implements RunLogWatch {
    private final List<RunLogWatch> watches = new CopyOnWriteArrayList<>();

    public void add(RunLogWatch watch) {
        watches.add(watch);
    }

    @Override
    public void recorded(RunEvent event, List<LeftStep> left) {
        watches.forEach(watch -> watch.recorded(event, left));
    }

    @Override
    public void ended(UpgradeId upgrade) {
        watches.forEach(watch -> watch.ended(upgrade));
    }
}

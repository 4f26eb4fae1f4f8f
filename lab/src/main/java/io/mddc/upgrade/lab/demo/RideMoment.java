package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.ride.Moment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Catches the moment at which a unit's step begins: at its event, INSTALL when the host's journal says so. */
final class RideMoment implements AutoCloseable {
    private final InstanceId unit;
    private final Moment moment;
    private final CountDownLatch came = new CountDownLatch(1);
    private final InstallWatch installs;

    RideMoment(InstanceId unit, Moment moment, EventFeed feed, List<Path> journals) {
        this.unit = unit;
        this.moment = moment;
        this.installs = new InstallWatch(feed.upgrade(), journals, this::installs);
        feed.tell(this::see);
        feed.start();
    }

    private void see(UpgradeEvent event) {
        boolean isMeant = event.instance().filter(unit::equals).isPresent()
                && event.unitState().filter(moment.state()::equals).isPresent();
        if (isMeant && moment != Moment.INSTALL) {
            came.countDown();
        }
    }

    private void installs(InstanceId where) {
        if (where.equals(unit) && moment == Moment.INSTALL) {
            came.countDown();
        }
    }

    void await(Duration limit) {
        try {
            if (!came.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Waiting.NeverCame(moment + " of " + unit, limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }

    @Override
    public void close() {
        installs.close();
    }
}

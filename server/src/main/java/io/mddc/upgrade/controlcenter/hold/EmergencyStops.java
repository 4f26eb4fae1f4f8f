package io.mddc.upgrade.controlcenter.hold;

import io.mddc.upgrade.cluster.UpgradeId;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One switch. While it is set no permit is granted; a permit that was asked for before allows an effect that begins within a
 * second of the question, so a second after the stop was accepted nothing begins any more.
 */
public final class EmergencyStops {
    private static final Logger log = LoggerFactory.getLogger(EmergencyStops.class);

    private final Jdbi jdbi;
    private final Clock clock;

    public EmergencyStops(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** In the transaction that would let something begin. */
    public static void requireNone(Handle handle) {
        handle.attach(EmergencyStopDao.class).find().ifPresent(stop -> {
            throw new EmergencyStop(stop);
        });
    }

    /** Sets it; one that is set stays as it is. */
    public StopRow set(String by, String reason) {
        return jdbi.inTransaction(handle -> {
            var stops = handle.attach(EmergencyStopDao.class);
            if (stops.insert(by, reason, clock.instant()) == 1) {
                log.warn("Emergency stop by {}: {}", by, reason);
            }
            return stops.findNewest().orElseThrow();
        });
    }

    /** The one that is or was set last; one that is released stays as it is. */
    public Optional<StopRow> release(String by, String reason) {
        return jdbi.inTransaction(handle -> {
            var stops = handle.attach(EmergencyStopDao.class);
            if (stops.release(by, reason, clock.instant()) == 1) {
                log.warn("Emergency stop released by {}: {}", by, reason);
            }
            return stops.findNewest();
        });
    }

    /** Empty when none is set. */
    public Optional<StopRow> current() {
        return jdbi.withExtension(EmergencyStopDao.class, EmergencyStopDao::find);
    }

    /** Brings it, or its release, to the upgrade's workflow, unless that was told already. A crash in between tells it twice. */
    void tell(UpgradeId upgrade, UpgradeWorkflows workflows) {
        var sentence = current().map(StopRow::sentence).orElse("");
        var told = jdbi.withExtension(EmergencyStopDao.class, stops -> stops.findTold(upgrade));
        if (told.filter(last -> !last.equals(sentence)).isPresent()) {
            workflows.tellStop(upgrade, sentence);
            jdbi.useExtension(EmergencyStopDao.class, stops -> stops.updateTold(upgrade, sentence));
        }
    }

    public Optional<StopRow> newest() {
        return jdbi.withExtension(EmergencyStopDao.class, EmergencyStopDao::findNewest);
    }
}

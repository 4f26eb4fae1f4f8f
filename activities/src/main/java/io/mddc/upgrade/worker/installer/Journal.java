package io.mddc.upgrade.worker.installer;

import io.mddc.upgrade.contract.HostMoment;
import java.time.Instant;
import java.util.Optional;

/**
 * What the journal of one operation says.
 *
 * @param begun something was written: this operation is never begun again
 * @param began when the installer was started; empty when that line is torn or it never was
 * @param beganByUptime the same moment by the host's uptime; empty in a line that does not have it
 * @param end how the installer ended by itself or by its limit
 * @param repaired the package database was repaired after it was interrupted or stopped
 */
public record Journal(
        boolean begun,
        Optional<Instant> began,
        Optional<HostMoment> beganByUptime,
        Optional<End> end,
        boolean repaired) {

    public static final Journal EMPTY = new Journal(false, Optional.empty(), Optional.empty(), Optional.empty(), false);

    /**
     * @param exitStatus the installer's; 124 and 137 are those of one that was stopped by its limit
     */
    public record End(int exitStatus, Instant at) {
        public boolean stoppedByLimit() {
            return exitStatus == 124 || exitStatus == 137;
        }
    }

    /** Nothing more will happen under this operation. */
    public boolean isClosed() {
        return repaired || end.filter(it -> !it.stoppedByLimit()).isPresent();
    }

    /** Begun, and not known to have ended. */
    public boolean isOpen() {
        return begun && !isClosed();
    }
}

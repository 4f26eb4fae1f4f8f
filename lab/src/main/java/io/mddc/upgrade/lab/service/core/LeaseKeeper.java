package io.mddc.upgrade.lab.service.core;

import io.mddc.upgrade.lab.service.http.PartUnreachable;
import io.mddc.upgrade.lab.service.http.UnexpectedAnswer;
import io.mddc.upgrade.lab.service.shared.LeaseRequest;
import io.mddc.upgrade.lab.service.shared.SharedClient;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Tells the shared services that this process lives and whether it wants work. One request at a time, each newer than the
 * last, so what it said last stands.
 */
final class LeaseKeeper {
    private static final System.Logger LOG = System.getLogger(LeaseKeeper.class.getName());

    private final String session = UUID.randomUUID().toString();
    private final SharedClient shared;
    private final Identity identity;
    private final BooleanSupplier wantsWork;
    private long number;
    private volatile boolean takingWork;
    private volatile boolean reachable;

    /** Who asks. */
    record Identity(String core, String version, Instant startedAt) {}

    LeaseKeeper(SharedClient shared, Identity identity, BooleanSupplier wantsWork) {
        this.shared = shared;
        this.identity = identity;
        this.wantsWork = wantsWork;
    }

    String session() {
        return session;
    }

    /** What the shared services said last. */
    boolean isTakingWork() {
        return takingWork;
    }

    /** Did they answer the last time? */
    boolean isReachable() {
        return reachable;
    }

    synchronized void renew() {
        number++;
        var request =
                new LeaseRequest(session, number, wantsWork.getAsBoolean(), identity.version(), identity.startedAt());
        try {
            takingWork = shared.renew(identity.core(), request).takingWork();
            reachable = true;
        } catch (PartUnreachable | UnexpectedAnswer e) {
            reachable = false;
            LOG.log(System.Logger.Level.WARNING, () -> "The lease is not renewed: " + e.getMessage());
        }
    }
}

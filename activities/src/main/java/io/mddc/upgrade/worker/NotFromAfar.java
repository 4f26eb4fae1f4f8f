package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.Remote;

/** The profile asks in a way that reaches this host alone. */
final class NotFromAfar extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFromAfar(Remote remote, String why) {
        super("the %s on %s cannot be asked from here: %s".formatted(remote.component(), remote.host(), why));
    }
}

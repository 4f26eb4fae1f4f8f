package io.mddc.upgrade.controlcenter.terminal;

import java.net.URI;

/** No control center answers at the address. It may be starting: asking again later may help. */
final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final URI server;

    Unreachable(URI server, Throwable cause) {
        super("No control center answers at " + server, cause);
        this.server = server;
    }

    /** With what to do. */
    String sentence() {
        return "No control center answers at " + server
                + ": start it (mddc-upgrade control-center), or give --server or MDDC_SERVER.";
    }
}

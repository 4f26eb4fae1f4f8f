package io.mddc.upgrade.lab.host;

/** A host of the lab cannot be started, entered or prepared; the message says why and what to do. */
public final class HostFailure extends RuntimeException {
    public HostFailure(String message) {
        super(message);
    }

    public HostFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.mddc.upgrade.lab.service.http;

/** Another part did not answer in time, or could not be connected to; the message names its address. */
public final class PartUnreachable extends RuntimeException {
    public PartUnreachable(String message) {
        super(message);
    }

    public PartUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}

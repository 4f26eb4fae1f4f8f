package io.mddc.upgrade.lab.host;

/** The lab's settings file has a bad value; the message names file, key, value and what is allowed. */
public final class BadLabConfig extends RuntimeException {
    public BadLabConfig(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.mddc.upgrade.lab.service.http;

/** A setting that is missing or not allowed; the message names file, key, value and what is allowed. */
public final class BadSetting extends RuntimeException {
    public BadSetting(String message) {
        super(message);
    }

    public BadSetting(String message, Throwable cause) {
        super(message, cause);
    }
}

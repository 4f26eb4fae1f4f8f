package io.mddc.upgrade.worker;

/** The configuration cannot be used: which key, what it says, what is allowed. */
final class BadConfig extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadConfig(String key, Object value, String allowed) {
        super(key + " is '" + value + "': allowed is " + allowed);
    }

    BadConfig(String message) {
        super(message);
    }
}

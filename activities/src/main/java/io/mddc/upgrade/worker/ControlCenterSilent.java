package io.mddc.upgrade.worker;

/** The control center gives no usable answer; nothing begins without one. */
final class ControlCenterSilent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ControlCenterSilent(String message, Throwable cause) {
        super(message, cause);
    }

    ControlCenterSilent(String message) {
        super(message);
    }

    /** What is wrong, for people. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}

package io.mddc.upgrade.worker.component;

/** A component does not answer, or not in a way that can be read. What it does is unknown: neither idle nor healthy. */
public final class ComponentSilent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ComponentSilent(String message) {
        super(message);
    }

    public ComponentSilent(String message, Throwable cause) {
        super(message, cause);
    }

    /** What is wrong, for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}

package io.mddc.upgrade.lab.demo;

/** The control center answered with a problem. */
final class RefusedByControlCenter extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedByControlCenter(String call, int status, String problem) {
        super(call + " was answered " + status + ": " + problem);
    }
}

package io.mddc.upgrade.lab.demo;

/** The demo cannot begin as it is asked to, or on this machine; the message names the cure. Exit status 2. */
final class UnusableSetting extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableSetting(String message) {
        super(message);
    }
}

package io.mddc.upgrade.lab.demo;

/** The demo is being ended. */
final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1;
}

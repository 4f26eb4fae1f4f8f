package io.mddc.upgrade.controlcenter.terminal;

/** None was named, and there is none that could be meant. */
final class NoUpgradeYet extends RuntimeException {
    private static final long serialVersionUID = 1;

    static final String SENTENCE = "There is no upgrade yet: start one with mddc-upgrade start.";

    NoUpgradeYet() {
        super(SENTENCE);
    }
}

package io.mddc.upgrade.worker.installer;

import java.util.Optional;

/**
 * What an installer's exit status means. A good one alone proves nothing: the package database has the other word.
 *
 * @param sentence what it did, after "the installer of … "
 */
public record InstallerEnd(Kind kind, String sentence) {
    static final InstallerEnd GOOD = new InstallerEnd(Kind.GOOD, "ended with 0");

    /** Whether it did its work. */
    public enum Kind {
        GOOD,
        /** It did, and the host must be started again before that is whole. */
        GOOD_AFTER_REBOOT,
        FAILED
    }

    static InstallerEnd failed(String sentence) {
        return new InstallerEnd(Kind.FAILED, sentence);
    }

    public boolean isGood() {
        return kind != Kind.FAILED;
    }

    /** Why the host must be started again; empty when it need not. */
    public Optional<String> needsReboot() {
        return kind == Kind.GOOD_AFTER_REBOOT ? Optional.of("the installer " + sentence) : Optional.empty();
    }
}

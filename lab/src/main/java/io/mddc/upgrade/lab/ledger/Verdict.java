package io.mddc.upgrade.lab.ledger;

/** What became of a file. */
public enum Verdict {
    ALLOWED,
    BLOCKED,
    /** Nobody finished it: the Core that had it went away. */
    FAILED
}

package io.mddc.upgrade.lab.ledger;

/** Whom a FAILED file is charged to. */
public enum Cause {
    /** The way the upgrade was done. */
    UPGRADE,
    /** The new version is bad: the Core that had it ended by itself. */
    PACKAGE,
    /** The lab killed the Core that had it. */
    KILL
}

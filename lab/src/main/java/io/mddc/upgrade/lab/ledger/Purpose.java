package io.mddc.upgrade.lab.ledger;

/** Why a file was sent, as the shared services know it. */
public enum Purpose {
    /** A client's own. */
    WORK,
    /** An operator's check of the system; no client knows of it. */
    CHECK
}

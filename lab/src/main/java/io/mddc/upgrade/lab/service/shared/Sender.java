package io.mddc.upgrade.lab.service.shared;

/** On whose account a file goes through the system. */
public enum Sender {
    CLIENT,
    /** A check: no client knows of it. */
    OPERATOR
}

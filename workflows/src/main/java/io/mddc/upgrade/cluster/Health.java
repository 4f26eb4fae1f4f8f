package io.mddc.upgrade.cluster;

/** What an instance says of itself when asked. */
public enum Health {
    READY,
    NOT_READY,
    /** It did not answer, or not in a way that could be read: unknown, never healthy. */
    UNREACHABLE
}

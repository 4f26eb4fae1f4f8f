package io.mddc.upgrade.lab.load;

/** How a request went. */
public enum RequestResult {
    /** The expected answer. */
    OK,
    /** 503 with Retry-After: not now, said politely. */
    REFUSED,
    /** 401 or 403, though the key is a good one: it is not known, or nobody could say. */
    KEY_REFUSED,
    /** Anything else: another status, a broken connection, no answer, other bytes than were sent. */
    FAILED
}

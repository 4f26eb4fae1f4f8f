package io.mddc.upgrade.lab.load;

/** What a client asks of a gateway. */
public enum RequestKind {
    SUBMISSION,
    RESULT,
    DOWNLOAD
}

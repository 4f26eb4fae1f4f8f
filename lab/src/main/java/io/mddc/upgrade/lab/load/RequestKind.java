package io.mddc.upgrade.lab.load;

/** What a client asks of a gateway, or a person of the console. */
public enum RequestKind {
    SUBMISSION,
    RESULT,
    DOWNLOAD,
    SIGN_IN
}

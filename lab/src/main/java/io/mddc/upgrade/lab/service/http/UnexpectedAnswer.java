package io.mddc.upgrade.lab.service.http;

/** Another part answered, but not what was expected; the message has address, status and body. */
public final class UnexpectedAnswer extends RuntimeException {
    private final int status;

    public UnexpectedAnswer(String message, int status) {
        super(message);
        this.status = status;
    }

    public int status() {
        return status;
    }
}

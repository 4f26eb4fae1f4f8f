package io.mddc.upgrade.controlcenter.rest;

/** Readable, but not something that can be asked for. */
public final class InvalidRequest extends Refusal {
    private static final int UNPROCESSABLE = 422;

    public InvalidRequest(String detail) {
        super(UNPROCESSABLE, detail);
    }
}

package io.mddc.upgrade.controlcenter.rest;

/** It cannot be read at all. */
public final class MalformedRequest extends Refusal {
    private static final int BAD_REQUEST = 400;

    public MalformedRequest(String detail) {
        super(BAD_REQUEST, detail);
    }
}

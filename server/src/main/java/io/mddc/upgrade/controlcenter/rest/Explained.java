package io.mddc.upgrade.controlcenter.rest;

/** An answer that says in words why something was not done; the audit keeps them. */
public interface Explained {
    /** Empty when there is nothing to say. */
    String detail();
}

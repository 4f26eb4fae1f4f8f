package io.mddc.upgrade.controlcenter.access;

/** The roles as annotations spell them; {@link Role} has their meaning. */
public final class Roles {
    public static final String VIEWER = "VIEWER";
    public static final String OPERATOR = "OPERATOR";
    public static final String ADMIN = "ADMIN";
    public static final String WORKER = "WORKER";

    private Roles() {}
}

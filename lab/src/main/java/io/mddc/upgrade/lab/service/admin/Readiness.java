package io.mddc.upgrade.lab.service.admin;

/** What a part's {@code /readyz} says. */
public enum Readiness {
    /** 200. */
    READY,
    /** 503, but only because it is isolated, as gateways say. */
    ISOLATED,
    /** 503. */
    NOT_READY;

    /** It could take work, were it not isolated. */
    public boolean isFit() {
        return this != NOT_READY;
    }
}

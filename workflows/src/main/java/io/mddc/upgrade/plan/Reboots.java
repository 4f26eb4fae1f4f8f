package io.mddc.upgrade.plan;

/**
 * Whether hosts may be started again for a package that asks for it.
 *
 * @param allowed a host is started again by us once nothing on it takes work; otherwise only a person does that
 */
public record Reboots(boolean allowed) {
    /** What holds where the policy says nothing. */
    public static final Reboots NEVER = new Reboots(false);
}

package io.mddc.upgrade.controlcenter;

/** A key of the configuration has a value the control center cannot start with. */
public final class UnusableSetting extends IllegalArgumentException {
    public UnusableSetting(String key, Object value, String allowed) {
        super(key + " is \"" + value + "\": allowed is " + allowed);
    }
}

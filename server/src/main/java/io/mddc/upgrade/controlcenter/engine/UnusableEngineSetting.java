package io.mddc.upgrade.controlcenter.engine;

/** A key below {@code engine} has a value the control center cannot start with. */
public final class UnusableEngineSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public UnusableEngineSetting(String key, Object value, String allowed) {
        super("engine." + key + " is \"" + value + "\": allowed is " + allowed);
    }
}

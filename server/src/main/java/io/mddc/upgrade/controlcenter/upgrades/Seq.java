package io.mddc.upgrade.controlcenter.upgrades;

import static com.google.common.base.Preconditions.checkArgument;

/** The place of a line in the run log of an upgrade. */
public record Seq(long value) {
    /** From a query parameter. */
    public static Seq valueOf(String text) {
        checkArgument(text.matches("[0-9]{1,18}"), "'%s' is not the seq of an event: allowed is 0 or more", text);
        return new Seq(Long.parseLong(text));
    }
}

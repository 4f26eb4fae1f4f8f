package io.mddc.upgrade.controlcenter.rest;

import static com.google.common.base.Preconditions.checkArgument;

/** How many items of a list are asked for. */
public record Limit(int value) {
    private static final int MOST = 1_000;

    public Limit {
        checkArgument(value >= 1 && value <= MOST, "%s is not a limit: allowed is 1 to %s", value, MOST);
    }

    /** From a query parameter. */
    public static Limit valueOf(String text) {
        checkArgument(text.matches("[0-9]{1,9}"), "'%s' is not a limit: allowed is 1 to %s", text, MOST);
        return new Limit(Integer.parseInt(text));
    }

    /** One more, to see whether there is more. */
    public int andOne() {
        return value + 1;
    }
}

package io.mddc.upgrade.controlcenter.windows;

import static com.google.common.base.Preconditions.checkArgument;

/** How many openings are asked for. */
public record OpeningCount(int value) {
    private static final int MOST = 100;

    public OpeningCount {
        checkArgument(value >= 1 && value <= MOST, "%s is not a count: allowed is 1 to %s", value, MOST);
    }

    /** From a query parameter. */
    public static OpeningCount valueOf(String text) {
        checkArgument(text.matches("[0-9]{1,9}"), "'%s' is not a count: allowed is 1 to %s", text, MOST);
        return new OpeningCount(Integer.parseInt(text));
    }
}

package io.mddc.upgrade.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** How many failures a stage survives: a count such as {@code 2}, or a share of its units such as {@code 10%}. */
public record FailureBudget(@JsonValue String value) {
    private static final Pattern ALLOWED = Pattern.compile("[1-9][0-9]{0,3}|([1-9][0-9]?|100)%");

    public FailureBudget {
        checkArgument(
                ALLOWED.matcher(value).matches(),
                "failureBudget is '%s': allowed is a count from 1 to 9999, or a share from 1% to 100%",
                value);
    }

    /** A count may be written as a number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static FailureBudget of(Object written) {
        return new FailureBudget(written.toString());
    }

    /** The stage begins no more units at this failure; a share is rounded down, to at least 1. */
    public int of(int units) {
        if (!value.endsWith("%")) {
            return Integer.parseInt(value);
        }
        int percent = Integer.parseInt(value.substring(0, value.length() - 1));
        return Math.max(1, units * percent / 100);
    }

    @Override
    public String toString() {
        return value;
    }
}

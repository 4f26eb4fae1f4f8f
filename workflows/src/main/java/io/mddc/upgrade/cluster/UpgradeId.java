package io.mddc.upgrade.cluster;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name of one upgrade: its day and number, such as {@code 2026-11-22-3}. */
public record UpgradeId(@JsonValue String value) implements Comparable<UpgradeId> {
    private static final Pattern ALLOWED = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{1,6}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UpgradeId {
        checkArgument(ALLOWED.matcher(value).matches(), "'%s' is not an upgrade id: allowed is %s", value, ALLOWED);
    }

    @Override
    public int compareTo(UpgradeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

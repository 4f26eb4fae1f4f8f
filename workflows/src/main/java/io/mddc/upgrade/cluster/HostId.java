package io.mddc.upgrade.cluster;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name of a machine, such as {@code host-c}. */
public record HostId(@JsonValue String value) implements Comparable<HostId> {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9.-]{0,252}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HostId {
        checkArgument(ALLOWED.matcher(value).matches(), "'%s' is not a host id: allowed is %s", value, ALLOWED);
    }

    @Override
    public int compareTo(HostId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.mddc.upgrade.cluster;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The name of one running copy of a component, such as {@code core-3}. */
public record InstanceId(@JsonValue String value) implements Comparable<InstanceId> {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InstanceId {
        checkArgument(ALLOWED.matcher(value).matches(), "'%s' is not an instance id: allowed is %s", value, ALLOWED);
    }

    @Override
    public int compareTo(InstanceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

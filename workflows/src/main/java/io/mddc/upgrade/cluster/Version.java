package io.mddc.upgrade.cluster;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A package version in the form of Debian and of RPM, {@code [epoch:]upstream[-revision]}. It has no natural order, because the platforms
 * disagree: choose a {@link VersionOrder}.
 */
public record Version(@JsonValue String value) {
    private static final Pattern ALLOWED = Pattern.compile("([0-9]{1,9}:)?[0-9A-Za-z][0-9A-Za-z.+~^_-]{0,199}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Version {
        checkArgument(ALLOWED.matcher(value).matches(), "'%s' is not a version: allowed is %s", value, ALLOWED);
    }

    @JsonIgnore
    public int epoch() {
        int colon = value.indexOf(':');
        return colon < 0 ? 0 : Integer.parseInt(value.substring(0, colon));
    }

    /** What the running process reports: the version without epoch and revision. */
    @JsonIgnore
    public String upstream() {
        var rest = withoutEpoch();
        int dash = rest.lastIndexOf('-');
        return dash < 0 ? rest : rest.substring(0, dash);
    }

    /** The packager's own count; empty when there is none. */
    @JsonIgnore
    public String revision() {
        var rest = withoutEpoch();
        int dash = rest.lastIndexOf('-');
        return dash < 0 ? "" : rest.substring(dash + 1);
    }

    @JsonIgnore
    public String withoutEpoch() {
        return value.substring(value.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}

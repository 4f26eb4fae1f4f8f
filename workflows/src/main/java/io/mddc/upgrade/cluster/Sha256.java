package io.mddc.upgrade.cluster;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A SHA-256 digest in 64 lower-case hexadecimal digits; what packages are stored and asked for by. */
public record Sha256(@JsonValue String value) implements Comparable<Sha256> {
    private static final Pattern ALLOWED = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Sha256 {
        checkArgument(ALLOWED.matcher(value).matches(), "'%s' is not a SHA-256 digest: allowed is %s", value, ALLOWED);
    }

    @Override
    public int compareTo(Sha256 other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

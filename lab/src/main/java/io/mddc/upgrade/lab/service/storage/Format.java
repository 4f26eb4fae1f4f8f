package io.mddc.upgrade.lab.service.storage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.mddc.upgrade.cluster.Version;
import java.util.Comparator;
import java.util.regex.Pattern;

/** How a version lays out its data; each minor version has its own, named by it. */
record Format(int major, int minor) implements Comparable<Format> {
    private static final Pattern START = Pattern.compile("([0-9]{1,6})\\.([0-9]{1,6})(?:[^0-9].*)?");
    private static final Format FIRST_SHARDED = new Format(2, 6);

    static Format of(Version version) {
        return parse(version.upstream());
    }

    @JsonCreator
    static Format parse(String text) {
        var numbers = START.matcher(text);
        if (!numbers.matches()) {
            throw new IllegalArgumentException("'" + text + "' has no major and minor number, such as 2.6");
        }
        return new Format(Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)));
    }

    Layout layout() {
        return compareTo(FIRST_SHARDED) < 0 ? Layout.FLAT : Layout.SHARDED;
    }

    @Override
    public int compareTo(Format other) {
        return Comparator.comparingInt(Format::major)
                .thenComparingInt(Format::minor)
                .compare(this, other);
    }

    @Override
    @JsonValue
    public String toString() {
        return major + "." + minor;
    }
}

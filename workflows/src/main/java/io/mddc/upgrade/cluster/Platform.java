package io.mddc.upgrade.cluster;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a host installs: packages of one format, for its machine. Written {@code RPM/x86_64}.
 *
 * @param machine as the kernel has it; empty when it is not known, then every architecture will do
 */
public record Platform(PackageFormat format, String machine) {
    private static final Set<String> ANY = Set.of("all", "noarch", "any");
    private static final Map<String, String> KERNELS_NAMES =
            Map.of("amd64", "x86_64", "x64", "x86_64", "arm64", "aarch64", "i386", "i686", "intel", "i686");

    /** What a worker takes that does not say: it is of a time that knew nothing else. */
    public static final Platform UNTOLD = new Platform(PackageFormat.DEB, "");

    public Platform {
        requireNonNull(format, "format");
        checkArgument(machine.matches("[A-Za-z0-9_-]{0,30}"), "'%s' is not the name of a machine", machine);
        machine = kernelsName(machine);
    }

    @JsonCreator
    public static Platform parse(String value) {
        int slash = value.indexOf('/');
        checkArgument(slash > 0, "'%s' is not a platform: allowed is <format>/<machine>", value);
        return new Platform(PackageFormat.valueOf(value.substring(0, slash)), value.substring(slash + 1));
    }

    /** Packages spell architectures in the ways of their formats; formats are not compared here. */
    public boolean runs(PackageFile file) {
        return machine.isEmpty()
                || ANY.contains(file.architecture())
                || kernelsName(file.architecture()).equals(machine);
    }

    private static String kernelsName(String architecture) {
        var small = architecture.toLowerCase(Locale.ROOT);
        return KERNELS_NAMES.getOrDefault(small, small);
    }

    @JsonValue
    @Override
    public String toString() {
        return format + "/" + machine;
    }
}

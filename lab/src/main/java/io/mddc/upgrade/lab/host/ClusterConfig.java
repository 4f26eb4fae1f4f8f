package io.mddc.upgrade.lab.host;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Preconditions;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.packaging.LabPart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The cluster section of {@code config/lab.yml}.
 *
 * @param workFolder hosts, packages and class data archives lie here
 * @param versions what is installed first
 */
public record ClusterConfig(
        Path workFolder,
        Shape shape,
        CoreNumbers core,
        GatewayNumbers gateway,
        Access access,
        Map<LabPart, Version> versions) {
    public ClusterConfig {
        requireNonNull(workFolder, "workFolder is null");
        requireNonNull(shape, "shape is null");
        requireNonNull(core, "core is null");
        requireNonNull(gateway, "gateway is null");
        requireNonNull(access, "access is null");
        versions = Map.copyOf(versions);
        for (var part : LabPart.values()) {
            Preconditions.checkArgument(versions.containsKey(part), "versions.%s is missing", part);
        }
    }

    /**
     * @param addressPrefix host a listens on this + 1, host b on this + 2 …
     * @param minimumActiveCores the Health check setting: with fewer the gateways refuse files
     * @param coreLease a Core silent for so long is dead, and what it had in work has failed
     */
    public record Shape(int cores, int gateways, String addressPrefix, int minimumActiveCores, Duration coreLease) {
        public Shape {
            allowed("cores", cores, 1, 50);
            allowed("gateways", gateways, 1, 50);
            allowed("minimumActiveCores", minimumActiveCores, 1, 50);
            Preconditions.checkArgument(
                    addressPrefix.matches("127\\.\\d{1,3}\\.\\d{1,3}\\."),
                    "addressPrefix is '%s': allowed is '127.<n>.<n>.'",
                    addressPrefix);
            positive("coreLease", coreLease);
        }
    }

    /**
     * @param filesAtOnce how many files a Core scans at a time
     * @param engineLoadTime from the start to ready
     * @param scanTime how long a file takes
     */
    public record CoreNumbers(int filesAtOnce, Duration engineLoadTime, ScanTimes scanTime) {
        public CoreNumbers {
            allowed("filesAtOnce", filesAtOnce, 1, 100);
            positive("engineLoadTime", engineLoadTime);
            requireNonNull(scanTime, "scanTime is null");
        }
    }

    /**
     * @param deregistrationDelay so long after its isolation clients may still send requests to a gateway
     */
    public record GatewayNumbers(Duration deregistrationDelay) {
        public GatewayNumbers {
            positive("gateway.deregistrationDelay", deregistrationDelay);
        }
    }

    /** A log-normal distribution by two of its points, cut at {@code most}; a file's time depends on its bytes and the seed. */
    public record ScanTimes(long seed, Duration median, Duration p99, Duration most) {
        public ScanTimes {
            positive("scanTime.median", median);
            Preconditions.checkArgument(
                    p99.compareTo(median) > 0, "scanTime.p99 is %s: allowed is more than the median %s", p99, median);
            Preconditions.checkArgument(
                    most.compareTo(p99) >= 0, "scanTime.most is %s: allowed is at least the p99 %s", most, p99);
        }
    }

    /**
     * @param user may sign in to the Identity Service; each sign-in gives an API key
     * @param operatorKey opens the administration of every Core and gateway
     */
    public record Access(String user, String password, String operatorKey) {
        public Access {
            Preconditions.checkArgument(!user.isBlank(), "access.user is blank");
            Preconditions.checkArgument(!password.isBlank(), "access.password is blank");
            Preconditions.checkArgument(!operatorKey.isBlank(), "access.operatorKey is blank");
        }
    }

    /** What is installed first. */
    public Version version(LabPart part) {
        return Optional.ofNullable(versions.get(part)).orElseThrow();
    }

    public ClusterConfig in(Path folder) {
        return new ClusterConfig(folder, shape, core, gateway, access, versions);
    }

    public ClusterConfig with(Shape other) {
        return new ClusterConfig(workFolder, other, core, gateway, access, versions);
    }

    public ClusterConfig with(CoreNumbers other) {
        return new ClusterConfig(workFolder, shape, other, gateway, access, versions);
    }

    private static void allowed(String key, int value, int least, int most) {
        Preconditions.checkArgument(
                value >= least && value <= most, "%s is %s: allowed is %s to %s", key, value, least, most);
    }

    private static void positive(String key, Duration value) {
        Preconditions.checkArgument(
                !value.isNegative() && !value.isZero(), "%s is %s: allowed is more than PT0S", key, value);
    }
}

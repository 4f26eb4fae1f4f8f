package io.mddc.upgrade.lab.demo;

import com.google.common.hash.Hashing;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.fault.FaultKind;
import io.mddc.upgrade.lab.fault.FaultOrder;
import io.mddc.upgrade.lab.host.Cluster;
import io.mddc.upgrade.lab.packaging.LabPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The new version, and what {@code --bad} makes of it: of its package, on single hosts, on the way to them. */
record BadVersion(Version version, List<FaultOrder> orders) {
    BadVersion {
        orders = List.copyOf(orders);
    }

    /** The package; it is bad itself when no instance was named. */
    Path build(Cluster cluster) {
        return everywhere()
                .map(kind -> cluster.buildBad(LabPart.CORE, version, kind))
                .orElseGet(() -> cluster.build(LabPart.CORE, version));
    }

    /** Damages the way to those hosts, before their workers use it; the others are told that this version is bad there. */
    void tellHosts(Cluster cluster, Product product, Path packageFile) {
        orders.forEach(order -> order.instance().ifPresent(id -> {
            var instance = cluster.instance(id);
            if (order.kind() == FaultKind.CORRUPT) {
                product.damageTheLineOf(instance.host(), digest(packageFile));
            } else {
                cluster.makeBad(instance, order.kind(), version);
            }
        }));
    }

    Stream<String> sentences() {
        return orders.stream()
                .map(order -> version + " will be bad "
                        + order.instance().map(id -> "on " + id).orElse("everywhere") + ": "
                        + order.kind().word());
    }

    private Optional<FaultKind> everywhere() {
        return orders.stream()
                .filter(order -> order.instance().isEmpty())
                .map(FaultOrder::kind)
                .findFirst();
    }

    private static String digest(Path file) {
        try {
            return Hashing.sha256().hashBytes(Files.readAllBytes(file)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The options as typed; throws with what is allowed. */
    static List<FaultOrder> read(List<String> texts, int cores) {
        try {
            var orders = texts.stream().map(FaultOrder::parse).toList();
            orders.forEach(order -> order.instance().ifPresent(id -> requireCore(id, cores)));
            requireOneFaultEach(orders);
            return orders;
        } catch (IllegalArgumentException e) {
            throw new UnusableSetting("--bad: " + e.getMessage());
        }
    }

    private static void requireCore(InstanceId id, int cores) {
        if (!id.value().matches("core-[1-9][0-9]?")
                || Integer.parseInt(id.value().substring("core-".length())) > cores) {
            throw new IllegalArgumentException("there is no instance '" + id + "': allowed is core-1 to core-" + cores);
        }
    }

    private static void requireOneFaultEach(List<FaultOrder> orders) {
        long different = orders.stream().map(FaultOrder::instance).distinct().count();
        boolean everywhere = orders.stream().anyMatch(order -> order.instance().isEmpty());
        if (different < orders.size() || (everywhere && orders.size() > 1)) {
            throw new IllegalArgumentException(orders
                    + " makes an instance bad twice: allowed is one KIND, or KIND@INSTANCE once for an instance");
        }
    }
}

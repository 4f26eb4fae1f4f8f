package io.mddc.upgrade.lab.demo;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.hash.Hashing;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.lab.fault.FaultKind;
import io.mddc.upgrade.lab.fault.FaultOrder;
import io.mddc.upgrade.lab.host.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The new version, and what {@code --bad} makes of it: of its package, on single hosts, on the way to them. */
record BadVersion(Target target, List<FaultOrder> orders) {
    BadVersion {
        orders = List.copyOf(orders);
    }

    /** Those of the orders that are about this target; one about all instances is about the parts that can show it. */
    static BadVersion of(Target target, List<FaultOrder> orders, DemoRequest.Shape shape) {
        var own = shape.instances(target.part());
        return new BadVersion(
                target,
                orders.stream()
                        .filter(order -> order.instance().map(own::contains).orElse(canShow(target, order.kind())))
                        .toList());
    }

    private static boolean canShow(Target target, FaultKind kind) {
        return kind.isKnownTo(target.component());
    }

    /** Its packages, one for each format of the hosts, with all that is bad on the way to them and on the hosts. */
    Collection<Path> ready(Cluster cluster, Product product) {
        var files = build(cluster);
        tellHosts(cluster, product, files);
        return files.values();
    }

    /** It is bad itself when no instance was named. */
    private Map<PackageFormat, Path> build(Cluster cluster) {
        return everywhere()
                .map(kind -> cluster.buildBad(target.part(), target.version(), kind))
                .orElseGet(() -> cluster.build(target.part(), target.version()));
    }

    /** Damages the way to those hosts, before their workers use it; the others are told that this version is bad there. */
    private void tellHosts(Cluster cluster, Product product, Map<PackageFormat, Path> files) {
        orders.forEach(order -> order.instance().ifPresent(id -> {
            var instance = cluster.instance(id);
            if (order.kind() == FaultKind.CORRUPT) {
                var format = cluster.host(instance.host()).packages().format();
                product.damageTheLineOf(instance.host(), digest(requireNonNull(files.get(format))));
            } else {
                cluster.makeBad(instance, order.kind(), target.version());
            }
        }));
    }

    Stream<String> sentences() {
        return orders.stream()
                .map(order -> target + " will be bad "
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
    static List<FaultOrder> read(List<String> texts, Scenario scenario, DemoRequest.Shape shape) {
        try {
            var orders = texts.stream().map(FaultOrder::parse).toList();
            var units = shape.units(scenario);
            orders.forEach(order -> order.instance().ifPresent(units::require));
            orders.forEach(order -> requireShown(order, scenario, shape));
            requireOneFaultEach(orders);
            return orders;
        } catch (IllegalArgumentException e) {
            throw new UnusableSetting("--bad: " + e.getMessage());
        }
    }

    private static void requireShown(FaultOrder order, Scenario scenario, DemoRequest.Shape shape) {
        boolean isShown = scenario.targets().stream()
                .filter(target -> canShow(target, order.kind()))
                .anyMatch(target -> order.instance()
                        .map(shape.instances(target.part())::contains)
                        .orElse(true));
        if (!isShown) {
            throw new IllegalArgumentException(order + " would not be seen, not every part can be bad so: allowed is "
                    + Arrays.stream(FaultKind.values())
                            .filter(FaultKind::isKnownToAll)
                            .map(FaultKind::word)
                            .collect(joining(", ")));
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

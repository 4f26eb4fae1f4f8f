package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Health;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.Tries;
import io.mddc.upgrade.cluster.Version;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A cluster, a request and a policy of any shape, good and bad. */
final class ClustersByChance {
    private static final List<String> VERSIONS = List.of("5.16.0-1", "5.16.0-2", "5.17.0~rc1-1", "5.17.0-1", "1:5.1-1");

    private final SplittableRandom random;

    ClustersByChance(SplittableRandom random) {
        this.random = random;
    }

    ClusterView cluster() {
        var instances = IntStream.rangeClosed(1, random.nextInt(14))
                .mapToObj(this::instance)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(instances, new Random(random.nextLong()));
        var silent =
                IntStream.range(0, random.nextInt(2)).mapToObj(any -> host()).collect(Collectors.toSet());
        var packages =
                IntStream.range(0, random.nextInt(9)).mapToObj(this::file).toList();
        return new ClusterView(instances, silent, packages);
    }

    UpgradeRequest request() {
        var components = new ArrayList<>(List.of(Component.values()));
        Collections.shuffle(components, new Random(random.nextLong()));
        var chosen = Tries.rarely(random, 2) ? List.of(Component.CORE) : components.subList(0, random.nextInt(1, 4));
        var targets = chosen.stream()
                .map(component -> new Target(component, version()))
                .toList();
        var hosts = Tries.rarely(random, 2) ? List.<HostId>of() : List.of(host(), host(), host());
        return new UpgradeRequest(targets, hosts);
    }

    Policy policy() {
        return Tries.rarely(random, 2)
                ? Policies.DEFAULT
                : Policies.withMinimum(Map.of(Component.CORE, random.nextInt(6)));
    }

    private Instance instance(int n) {
        var component = Tries.rarely(random, 4) ? Tries.pick(random, List.of(Component.values())) : Component.CORE;
        return new Instance(
                new InstanceId("node-" + n),
                component,
                host(),
                URI.create("http://127.0.0.1:8008"),
                Tries.rarely(random, 8) ? Optional.empty() : Optional.of(version()),
                "",
                Tries.pick(random, List.of(Health.READY, Health.READY, Health.NOT_READY, Health.UNREACHABLE)),
                "");
    }

    private PackageFile file(int n) {
        var digest = new Sha256("%064x".formatted(n));
        return new PackageFile(digest, 1000, Component.CORE, "md-core", version(), "amd64", PackageFormat.DEB);
    }

    private HostId host() {
        return new HostId("host-" + random.nextInt(8));
    }

    private Version version() {
        return new Version(Tries.pick(random, VERSIONS));
    }
}

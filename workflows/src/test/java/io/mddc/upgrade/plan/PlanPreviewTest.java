package io.mddc.upgrade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Health;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.plan.Policy.PastLimit;
import io.mddc.upgrade.plan.Policy.WhenSpent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanPreviewTest {
    private static final UpgradeRequest REQUEST =
            new UpgradeRequest(List.of(new Target(Component.CORE, new Version("5.17.0-1"))), List.of());

    @Test
    void takesAHealthyCanaryThenTheSickThenTheRest() {
        var preview = preview(Policies.withMinimum(Map.of(Component.CORE, 1)), 4, Set.of(3));

        assertThat(order(preview)).containsExactly("core-1 canary", "core-3", "core-2", "core-4");
    }

    @Test
    void takesASickCanaryWhenTheMinimumLetsNoHealthyOneGo() {
        var preview = preview(Policies.DEFAULT, 3, Set.of(2));

        assertThat(order(preview)).containsExactly("core-2 canary", "core-1", "core-3");
    }

    @Test
    void canGoBackAtAnyTimeWhileTheFormerPackageIsKept() {
        assertThat(preview(Policies.DEFAULT, 2, Set.of()).stages().get(0).pointOfNoReturn())
                .startsWith("None");
        var without = new ClusterView(cores(2, Set.of()), Set.of(), List.of(file("5.17.0-1", "b")));

        assertThat(preview(Policies.DEFAULT, without).stages().get(0).pointOfNoReturn())
                .isEqualTo("From INSTALL on for 2 of 2 units: the store has no package of the version it has now.");
    }

    @Test
    void saysWhatItsTimesAreEstimatedFrom() {
        var policy = Policies.DEFAULT;

        var expected = preview(policy, 3, Set.of()).stages().get(0).expected();

        // 5 min drain, 2 min install (the policy's limit), 1 min start, three times, and the soaks.
        assertThat(expected.duration()).isEqualTo(Duration.ofMinutes(3 * 8).plusMillis(600 + 2 * 300));
        assertThat(expected.sentence())
                .isEqualTo("about 24 min, estimated from 5 min to drain, 2 min to install and 1 min to start, watched"
                        + " 1 s at first and 1 s each after; at most 1 at once, and nothing failing.");
    }

    @Test
    void moreSlotsAreNoFasterThanTheMinimumAllows() {
        var narrow = new Policies.Builder().concurrency(4).minimumActive(Map.of(Component.CORE, 8));
        var wide = new Policies.Builder().concurrency(4).minimumActive(Map.of(Component.CORE, 4));

        var slow = preview(narrow.build(), 9, Set.of()).expected().duration();
        var fast = preview(wide.build(), 9, Set.of()).expected().duration();

        assertThat(slow.toMinutes()).isEqualTo(9 * 8);
        assertThat(fast.toMinutes()).isEqualTo(4 * 8);
    }

    @Test
    void warnsOfAPolicyThatDoesMoreThanTheVendor() {
        var policy = new Policies.Builder()
                .concurrency(2)
                .budget(3, WhenSpent.PAUSE)
                .drain(Duration.ofHours(4), PastLimit.FAIL_FILES)
                .build();

        assertThat(preview(policy, 3, Set.of()).findings())
                .extracting(Finding::sentence)
                .containsExactly(
                        "Up to 2 units are in work at once; the vendor upgrades one instance after another.",
                        "Files still in work after 4 h of draining fail.",
                        "The failure budget (3) covers all 3 units of MetaDefender Core: once the first has succeeded,"
                                + " no failure stops it.");
    }

    /** Not a limit: it says how long it took here. */
    @Test
    void plansFiveThousandInstancesOfManyVersionsOnHostsNamedOneByOne() {
        int many = 5_000;
        var sick =
                IntStream.rangeClosed(1, many).filter(n -> n % 3 == 0).boxed().collect(Collectors.toSet());
        var hosts = IntStream.rangeClosed(1, many)
                .mapToObj(n -> new HostId("host-" + n))
                .toList();
        var request = new UpgradeRequest(REQUEST.targets(), hosts);
        var files = IntStream.range(0, 500).mapToObj(n -> file("5.17.0-" + (n + 1), "b"));
        var begin = System.nanoTime();

        var cluster = new ClusterView(cores(many, sick), Set.copyOf(hosts), files.toList());
        var plan = new UpgradePlanner().plan(request, cluster, Policies.withConcurrency(20));
        var preview = PlanPreview.of(plan, cluster, any -> StepTimes.NONE);

        System.out.printf("5000 instances planned in %d ms%n", (System.nanoTime() - begin) / 1_000_000);
        assertThat(preview.stages().get(0).units()).hasSize(many);
        assertThat(preview.findings()).hasSizeGreaterThan(many);
    }

    private static List<String> order(PlanPreview preview) {
        return preview.stages().get(0).units().stream()
                .map(unit -> unit.unit().instance() + (unit.canary() ? " canary" : ""))
                .toList();
    }

    private static PlanPreview preview(Policy policy, int cores, Set<Integer> sick) {
        var files = List.of(file("5.16.0-1", "a"), file("5.17.0-1", "b"));
        return preview(policy, new ClusterView(cores(cores, sick), Set.of(), files));
    }

    private static PlanPreview preview(Policy policy, ClusterView cluster) {
        return PlanPreview.of(new UpgradePlanner().plan(REQUEST, cluster, policy), cluster, any -> StepTimes.NONE);
    }

    private static List<Instance> cores(int count, Set<Integer> sick) {
        return Stream.iterate(count, n -> n > 0, n -> n - 1)
                .map(n -> core(n, sick.contains(n) ? Health.NOT_READY : Health.READY))
                .toList();
    }

    private static Instance core(int n, Health health) {
        return new Instance(
                new InstanceId("core-" + n),
                Component.CORE,
                new HostId("host-" + n),
                URI.create("http://127.0.0.1:8008"),
                Optional.of(new Version("5.16.0-1")),
                "5.16.0",
                health,
                "");
    }

    private static PackageFile file(String version, String digit) {
        return new PackageFile(
                new Sha256(digit.repeat(64)),
                1000,
                Component.CORE,
                "md-core",
                new Version(version),
                "amd64",
                PackageFormat.DEB);
    }
}

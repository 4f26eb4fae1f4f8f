package io.mddc.upgrade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Health;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Platform;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.plan.Finding.Code;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Instances whose hosts have no worker of ours. */
class StatedInstancesTest {
    private static final URI ADDRESS = URI.create("http://10.0.0.7:8009");
    private static final HostId ASKER = new HostId("host-a");
    private static final PackageFile DEB = identity(PackageFormat.DEB, "amd64", "d");
    private static final PackageFile RPM = identity(PackageFormat.RPM, "x86_64", "e");

    private final UpgradePlanner planner = new UpgradePlanner();
    private Optional<HostId> askedFrom = Optional.of(ASKER);

    @Test
    void areUnitsThatAnotherHostAsksAndNobodyPutsBack() {
        var plan = plan(Component.IDENTITY_SERVICE, "2.6.0-1", stated("identity-1", Component.IDENTITY_SERVICE));

        assertThat(plan.stages())
                .containsExactly(new StagePlan(
                        Component.IDENTITY_SERVICE,
                        new Version("2.6.0-1"),
                        0,
                        List.of(UnitPlan.afar(
                                new InstanceId("identity-1"),
                                new HostId("host-identity-1"),
                                new Version("2.5.0-1"),
                                RPM,
                                new Asked(ASKER, ADDRESS)))));
        assertThat(plan.blocking()).isEmpty();
        assertThat(plan.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.NO_WORKER_ON_HOST);
            assertThat(finding.sentence())
                    .contains(
                            "host-identity-1 has no worker of ours",
                            "host-a asks it",
                            "installed byte for byte",
                            "process is a new one",
                            "nothing was in work",
                            "Nothing puts it back");
        });
    }

    @Test
    void takeThePackageOfThePlatformAPersonStates() {
        var plan = plan(Component.IDENTITY_SERVICE, "2.6.0-1", stated("identity-1", Component.IDENTITY_SERVICE));

        assertThat(plan.stages().get(0).units().get(0).target()).isEqualTo(RPM);
        assertThat(planner.plan(
                                request(Component.IDENTITY_SERVICE, "2.6.0-1"),
                                new ClusterView(
                                                List.of(stated("identity-1", Component.IDENTITY_SERVICE)),
                                                Set.of(),
                                                List.of(DEB))
                                        .stating(known("identity-1")),
                                Policies.DEFAULT)
                        .blocking())
                .extracting(Finding::code)
                .containsExactly(Code.PACKAGE_MISSING_FOR_PLATFORM);
    }

    @Test
    void areRefusedWhereOnlyAWorkerTakesThemOutOfWork() {
        var plan = plan(Component.CORE, "2.6.0-1", stated("core-1", Component.CORE), seen("core-2", Component.CORE));

        assertThat(plan.blocking()).extracting(Finding::code).containsExactly(Code.WORKER_NEEDED);
        assertThat(plan.blocking().get(0).sentence())
                .startsWith("core-1 on host-core-1 is taken out of work by the worker");
    }

    @Test
    void areRefusedWhenTheirAnswerWouldNotChange() {
        var plan = plan(Component.IDENTITY_SERVICE, "2.5.0-2", stated("identity-1", Component.IDENTITY_SERVICE));

        assertThat(plan.blocking()).extracting(Finding::code).containsExactly(Code.WORKER_NEEDED);
        assertThat(plan.blocking().get(0).sentence())
                .isEqualTo(
                        "identity-1 answers '2.5.0' before and after the upgrade to 2.5.0-2, so nobody could tell whether"
                                + " it was installed.");
    }

    @Test
    void areRefusedWhereNobodyIsThereToAsk() {
        askedFrom = Optional.empty();

        var plan = plan(Component.IDENTITY_SERVICE, "2.6.0-1", stated("identity-1", Component.IDENTITY_SERVICE));

        assertThat(plan.blocking()).extracting(Finding::code).containsExactly(Code.WORKER_NEEDED);
        assertThat(plan.stages()).isEmpty();
    }

    @Test
    void areRefusedWhenTheWorkerThatAsksIsSilent() {
        var view = new ClusterView(
                        List.of(stated("identity-1", Component.IDENTITY_SERVICE)), Set.of(ASKER), List.of(RPM))
                .stating(known("identity-1"));

        assertThat(planner.plan(request(Component.IDENTITY_SERVICE, "2.6.0-1"), view, Policies.DEFAULT)
                        .blocking())
                .extracting(Finding::code)
                .containsExactly(Code.WORKER_SILENT);
    }

    @Test
    void areNotCountedAmongThoseThatMustStayActive() {
        var plan = plan(
                Component.IDENTITY_SERVICE,
                "2.6.0-1",
                stated("identity-1", Component.IDENTITY_SERVICE),
                stated("identity-2", Component.IDENTITY_SERVICE));

        assertThat(plan.stages().get(0).minimumActive()).isZero();
        assertThat(plan.findings()).extracting(Finding::code).doesNotContain(Code.MINIMUM_NOT_SATISFIABLE);
    }

    private UpgradePlan plan(Component component, String version, Instance... instances) {
        var ids = List.of(instances).stream()
                .filter(instance -> instance.health() == Health.UNREACHABLE)
                .map(instance -> instance.id().value())
                .toArray(String[]::new);
        var files = List.of(
                file(component, PackageFormat.DEB, "amd64", "d", version),
                file(component, PackageFormat.RPM, "x86_64", "e", version));
        return planner.plan(
                request(component, version),
                new ClusterView(List.of(instances), Set.of(), files).stating(known(ids)),
                Policies.DEFAULT);
    }

    private StatedInstances known(String... ids) {
        var platforms = new java.util.HashMap<InstanceId, Platform>();
        for (var id : ids) {
            platforms.put(new InstanceId(id), Platform.parse("RPM/x86_64"));
        }
        return new StatedInstances(Map.copyOf(platforms), askedFrom);
    }

    private static UpgradeRequest request(Component component, String version) {
        return new UpgradeRequest(List.of(new Target(component, new Version(version))), List.of());
    }

    private static Instance stated(String id, Component component) {
        return instance(id, component, "", Health.UNREACHABLE);
    }

    private static Instance seen(String id, Component component) {
        return instance(id, component, "2.5.0", Health.READY);
    }

    private static Instance instance(String id, Component component, String running, Health health) {
        return new Instance(
                new InstanceId(id),
                component,
                new HostId("host-" + id),
                ADDRESS,
                Optional.of(new Version("2.5.0-1")),
                running,
                health,
                "");
    }

    private static PackageFile identity(PackageFormat format, String architecture, String digit) {
        return file(Component.IDENTITY_SERVICE, format, architecture, digit, "2.6.0-1");
    }

    private static PackageFile file(
            Component component, PackageFormat format, String architecture, String digit, String version) {
        return new PackageFile(
                new Sha256(digit.repeat(64)), 1, component, "md-part", new Version(version), architecture, format);
    }
}

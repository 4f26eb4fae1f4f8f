package io.mddc.upgrade.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Health;
import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.HostNote;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UpgradePlannerTest {
    private static final PackageFile OLD = file("5.16.0-1", "a");
    private static final PackageFile NEW = file("5.17.0-1", "b");
    private static final PackageFile OLD_GATEWAY = gatewayFile("2.5.0-1", "c");
    private static final PackageFile NEW_GATEWAY = gatewayFile("2.6.0-1", "d");

    private final UpgradePlanner planner = new UpgradePlanner();

    @Test
    void makesOneUnitForEachInstanceInTheOrderPeopleCount() {
        var cores = List.of(core("core-10", "5.16.0-1"), core("core-2", "5.16.0-1"), core("core-1", "5.16.0-1"));

        var plan = planner.plan(to("5.17.0-1"), view(cores, OLD, NEW), Policies.DEFAULT);

        assertThat(plan)
                .isEqualTo(new UpgradePlan(
                        List.of(new StagePlan(
                                Component.CORE,
                                new Version("5.17.0-1"),
                                2,
                                Stream.of("core-1", "core-2", "core-10")
                                        .map(UpgradePlannerTest::unit)
                                        .toList())),
                        List.of(),
                        Policies.DEFAULT));
    }

    @Test
    void takesOnlyTheHostsAskedFor() {
        var request = new UpgradeRequest(
                List.of(new Target(Component.CORE, new Version("5.17.0-1"))),
                List.of(new HostId("host-core-2"), new HostId("host-x")));

        var plan = planner.plan(request, view(threeCores(), OLD, NEW), Policies.DEFAULT);

        assertThat(plan.stages().get(0).units())
                .extracting(unit -> unit.instance().value())
                .containsExactly("core-2");
        assertThat(codes(plan)).containsExactly(Code.UNKNOWN_HOST);
    }

    @Test
    void saysThatThePackageIsMissing() {
        var plan = planner.plan(to("5.18.0-1"), view(threeCores(), OLD, NEW), Policies.DEFAULT);

        assertThat(plan.stages()).isEmpty();
        assertThat(plan.blocking())
                .containsExactly(new Finding(
                        Code.PACKAGE_MISSING,
                        "The store has no package of MetaDefender Core 5.18.0-1.",
                        "Upload it under Inventory > Packages."));
    }

    @Test
    void refusesADowngradeBecauseTheInstallerWouldNot() {
        var cores = List.of(core("core-1", "5.18.0-1"), core("core-2", "5.16.0-1"));

        assertThat(codes(planner.plan(to("5.17.0-1"), view(cores, OLD, NEW), Policies.DEFAULT)))
                .containsExactly(Code.DOWNGRADE, Code.MIXED_VERSIONS);
    }

    @Test
    void leavesOutWhatIsThereAlready() {
        var cores = List.of(core("core-1", "5.17.0-1"), core("core-2", "5.16.0-1"));

        var plan = planner.plan(to("5.17.0-1"), view(cores, OLD, NEW), Policies.DEFAULT);

        assertThat(plan.stages().get(0).units()).hasSize(1);
        assertThat(codes(plan)).containsExactly(Code.ALREADY_THERE, Code.MIXED_VERSIONS);
        assertThat(plan.blocking()).isEmpty();
    }

    @Test
    void hasNothingToDoWhenAllAreThere() {
        var cores = List.of(core("core-1", "5.17.0-1"), core("core-2", "5.17.0-1"));

        assertThat(codes(planner.plan(to("5.17.0-1"), view(cores, NEW), Policies.DEFAULT)))
                .containsExactly(Code.ALREADY_THERE, Code.ALREADY_THERE, Code.NOTHING_TO_DO);
    }

    @Test
    void findsAMinimumThatNeverLetsOneGoBeforeAnybodyWaitsForIt() {
        var policy = Policies.withMinimum(Map.of(Component.CORE, 3));

        assertThat(codes(planner.plan(to("5.17.0-1"), view(threeCores(), OLD, NEW), policy)))
                .containsExactly(Code.MINIMUM_NOT_SATISFIABLE);
    }

    @Test
    void neverGoesBelowWhatTheProductsHealthCheckAsksFor() {
        var low = Policies.withMinimum(Map.of(Component.CORE, 1));

        var plan = planner.plan(to("5.17.0-1"), healthCheck(2), low);

        assertThat(codes(plan)).containsExactly(Code.MINIMUM_BELOW_HEALTH_CHECK);
        assertThat(plan.stages().get(0).minimumActive()).isEqualTo(2);
        assertThat(planner.plan(to("5.17.0-1"), healthCheck(1), Policies.DEFAULT)
                        .stages()
                        .get(0)
                        .minimumActive())
                .isEqualTo(2);
        assertThat(planner.plan(to("5.17.0-1"), healthCheck(3), Policies.DEFAULT)
                        .findings())
                .containsExactly(new Finding(
                        Code.MINIMUM_NOT_SATISFIABLE,
                        "The Health check's minimumActiveCores is 3 of 3, so none may ever go.",
                        "Lower it to 2 or less."));
    }

    private static ClusterView healthCheck(int minimum) {
        return new ClusterView(threeCores(), Set.of(), List.of(OLD, NEW), Map.of(), VersionRules.NONE, minimum);
    }

    @Test
    void refusesToTakeTheOnlyCore() {
        var cores = List.of(core("core-1", "5.16.0-1"));

        assertThat(codes(planner.plan(to("5.17.0-1"), view(cores, OLD, NEW), Policies.DEFAULT)))
                .containsExactly(Code.ONLY_ONE_INSTANCE);
    }

    @Test
    void warnsThatTheOnlyGatewayLeavesClientsOutside() {
        var gateways = List.of(gateway("gateway-1"));

        var plan = planner.plan(gatewaysAnd(), view(gateways, OLD_GATEWAY, NEW_GATEWAY), Policies.DEFAULT);

        assertThat(codes(plan)).containsExactly(Code.ONLY_ONE_GATEWAY);
        assertThat(plan.blocking()).isEmpty();
        assertThat(plan.stages())
                .singleElement()
                .satisfies(stage -> assertThat(stage.minimumActive()).isZero());
    }

    @Test
    void takesTheComponentsInTheOrderOfThePolicyWhateverTheRequestNamesFirst() {
        var instances = Stream.concat(threeCores().stream(), Stream.of(gateway("gateway-1"), gateway("gateway-2")))
                .toList();
        var request = gatewaysAnd(new Target(Component.CORE, new Version("5.17.0-1")));

        var plan = planner.plan(request, view(instances, OLD, NEW, OLD_GATEWAY, NEW_GATEWAY), Policies.DEFAULT);

        assertThat(plan.stages())
                .extracting(StagePlan::component)
                .containsExactly(Component.API_GATEWAY, Component.CORE);
        assertThat(plan.findings()).isEmpty();
    }

    @Test
    void warnsOfWhatTheWorkersKnowOfTheirHosts() {
        var hosts = Map.of(
                new HostId("host-core-1"), host("DEB/x86_64", 1_000_000),
                new HostId("host-core-2"),
                        host(
                                "DEB/x86_64",
                                Long.MAX_VALUE,
                                new HostNote(HostNote.Kind.AUTOMATIC_UPDATES, Optional.empty()),
                                new HostNote(HostNote.Kind.NO_ISOLATION, Optional.of(new InstanceId("core-2"))),
                                new HostNote(HostNote.Kind.NO_KNOWN_ANSWERS, Optional.of(new InstanceId("core-7")))));

        var plan = planner.plan(
                to("5.17.0-1"),
                new ClusterView(threeCores(), Set.of(), List.of(OLD, NEW), hosts, VersionRules.NONE),
                Policies.DEFAULT);

        assertThat(codes(plan)).containsExactly(Code.DISK_SHORT, Code.AUTOMATIC_UPDATES, Code.NO_ISOLATION);
        assertThat(plan.blocking()).isEmpty();
        assertThat(plan.findings().get(0).sentence())
                .isEqualTo(
                        "host-core-1 has 0 MiB free where packages are kept; the upgrade of core-1 may need 64 MiB.");
    }

    @Test
    void refusesAVersionThatIsNotReachedFromTheOneThatIsThere() {
        var rule = new VersionRules.Source(Component.CORE, new Version("5.17"), new Version("5.16.1"));

        var plan = planner.plan(to("5.17.0-1"), ruled(threeCores(), List.of(rule), List.of()), Policies.DEFAULT);

        assertThat(codes(plan)).containsExactly(Code.SOURCE_TOO_OLD, Code.SOURCE_TOO_OLD, Code.SOURCE_TOO_OLD);
        assertThat(plan.findings().get(0).sentence())
                .isEqualTo("core-1 has 5.16.0-1: 5.17.0-1 is reached from 5.16.1 or newer only.");
    }

    @Test
    void refusesVersionsThatMustNotStandBesideOneAnother() {
        var rule =
                new VersionRules.Pair(Component.CORE, new Version("5.17"), Component.API_GATEWAY, new Version("2.6"));
        var lenient =
                new VersionRules.Pair(Component.CORE, new Version("5.18"), Component.API_GATEWAY, new Version("2.6"));

        assertThat(codes(planner.plan(
                        to("5.17.0-1"), ruled(withGateways(), List.of(), List.of(rule)), Policies.DEFAULT)))
                .containsExactly(Code.PAIR_FORBIDDEN);
        assertThat(codes(planner.plan(
                        to("5.17.0-1"), ruled(withGateways(), List.of(), List.of(lenient)), Policies.DEFAULT)))
                .isEmpty();
    }

    @Test
    void warnsWhereOneThatStaysBehindWouldBreakAPair() {
        var rule =
                new VersionRules.Pair(Component.CORE, new Version("5.17"), Component.API_GATEWAY, new Version("2.6"));
        var reverse =
                new VersionRules.Pair(Component.API_GATEWAY, new Version("2.6"), Component.CORE, new Version("5.17"));
        var request = gatewaysAnd(new Target(Component.CORE, new Version("5.17.0-1")));

        assertThat(codes(planner.plan(request, ruled(withGateways(), List.of(), List.of(rule)), Policies.DEFAULT)))
                .containsExactly(Code.PAIR_AT_RISK);
        assertThat(codes(planner.plan(request, ruled(withGateways(), List.of(), List.of(reverse)), Policies.DEFAULT)))
                .containsExactly(Code.PAIR_FORBIDDEN);
    }

    private static List<Instance> withGateways() {
        return Stream.concat(threeCores().stream(), Stream.of(gateway("gateway-1"), gateway("gateway-2")))
                .toList();
    }

    private static ClusterView ruled(
            List<Instance> instances, List<VersionRules.Source> sources, List<VersionRules.Pair> pairs) {
        return new ClusterView(
                instances,
                Set.of(),
                List.of(OLD, NEW, OLD_GATEWAY, NEW_GATEWAY),
                Map.of(),
                new VersionRules(sources, pairs));
    }

    @Test
    void warnsThatSeveralVersionsRun() {
        var cores = List.of(core("core-1", "5.16.0-1"), core("core-2", "5.15.0-1"), core("core-3", "5.16.0-1"));

        var plan = planner.plan(to("5.17.0-1"), view(cores, OLD, NEW, file("5.15.0-1", "e")), Policies.DEFAULT);

        assertThat(codes(plan)).containsExactly(Code.MIXED_VERSIONS);
    }

    @Test
    void warnsOnceThatTheFormerPackageIsMissing() {
        var plan = planner.plan(to("5.17.0-1"), view(threeCores(), NEW), Policies.DEFAULT);

        assertThat(codes(plan)).containsExactly(Code.NO_FORMER_PACKAGE);
        assertThat(plan.blocking()).isEmpty();
    }

    @Test
    void refusesAHostWhoseWorkerIsSilent() {
        var view = new ClusterView(threeCores(), Set.of(new HostId("host-core-3")), List.of(OLD, NEW));

        assertThat(codes(planner.plan(to("5.17.0-1"), view, Policies.DEFAULT))).containsExactly(Code.WORKER_SILENT);
    }

    @Test
    void eachHostGetsThePackageOfItsOwnPlatform() {
        var rpm = rpm("5.17.0-1", "c", "x86_64");
        var view = onPlatforms("RPM/x86_64", OLD, NEW, rpm, rpm("5.16.0-1", "d", "noarch"));

        var plan = planner.plan(to("5.17.0-1"), view, Policies.DEFAULT);

        assertThat(codes(plan)).isEmpty();
        assertThat(plan.stages().get(0).units()).extracting(UnitPlan::target).containsExactly(NEW, NEW, rpm);
        assertThat(plan.stages().get(0).units())
                .allSatisfy(unit -> assertThat(unit.former().map(PackageFile::format))
                        .contains(unit.target().format()));
    }

    @Test
    void namesTheHostThatNoPackageIsFor() {
        var missing = planner.plan(to("5.17.0-1"), onPlatforms("RPM/x86_64", OLD, NEW), Policies.DEFAULT);
        var other = onPlatforms("RPM/x86_64", OLD, NEW, rpm("5.17.0-1", "c", "aarch64"));
        var wrong = planner.plan(to("5.17.0-1"), other, Policies.DEFAULT);

        assertThat(codes(missing)).containsExactly(Code.PACKAGE_MISSING_FOR_PLATFORM);
        assertThat(missing.findings().get(0).sentence())
                .isEqualTo("The store has no RPM of MetaDefender Core 5.17.0-1, which host-core-3 takes.");
        assertThat(codes(wrong)).containsExactly(Code.WRONG_ARCHITECTURE);
        assertThat(wrong.findings().get(0).sentence())
                .isEqualTo("The store has RPM of MetaDefender Core 5.17.0-1 for aarch64, and host-core-3 is x86_64.");
    }

    /** dpkg would install it with a warning, dnf would refuse it in the end: we do, before anything is touched. */
    @Test
    void refusesADowngradeAsThePlatformCounts() {
        var view = onPlatforms("RPM/x86_64", file("5.16.0~rc1-1", "e"), rpm("5.16.0~rc1-1", "f", "noarch"));

        assertThat(codes(planner.plan(to("5.16.0~rc1-1"), view, Policies.DEFAULT)))
                .containsExactly(Code.DOWNGRADE, Code.DOWNGRADE, Code.DOWNGRADE);
    }

    @Test
    void saysThatTheWholeSystemGoesDownForFileStorage() {
        var storage = new Instance(
                new InstanceId("file-storage-1"),
                Component.FILE_STORAGE,
                new HostId("host-a"),
                URI.create("http://127.0.0.1:8890"),
                Optional.of(new Version("2.5.0-1")),
                "2.5.0",
                Health.READY,
                "");
        var file = new PackageFile(
                new Sha256("a".repeat(64)),
                1,
                Component.FILE_STORAGE,
                "md-cluster-file-storage",
                new Version("2.6.0-1"),
                "amd64",
                PackageFormat.DEB);
        var request =
                new UpgradeRequest(List.of(new Target(Component.FILE_STORAGE, new Version("2.6.0-1"))), List.of());

        var plan = planner.plan(request, new ClusterView(List.of(storage), Set.of(), List.of(file)), Policies.DEFAULT);

        assertThat(codes(plan)).contains(Code.SYSTEM_DOWN, Code.NO_BACKUP).doesNotContain(Code.MINIMUM_NOT_SATISFIABLE);
        assertThat(plan.stages().get(0).minimumActive()).isZero();
    }

    private static List<Code> codes(UpgradePlan plan) {
        return plan.findings().stream().map(Finding::code).toList();
    }

    private static UpgradeRequest to(String version) {
        return new UpgradeRequest(List.of(new Target(Component.CORE, new Version(version))), List.of());
    }

    private static ClusterView view(List<Instance> instances, PackageFile... files) {
        return new ClusterView(instances, Set.of(), List.of(files));
    }

    /** The last of three hosts is of that platform, the others are for .deb. */
    private static ClusterView onPlatforms(String last, PackageFile... files) {
        var debian = host("DEB/x86_64", Long.MAX_VALUE);
        var hosts = Map.of(
                new HostId("host-core-1"), debian,
                new HostId("host-core-2"), debian,
                new HostId("host-core-3"), host(last, Long.MAX_VALUE));
        return new ClusterView(threeCores(), Set.of(), List.of(files), hosts, VersionRules.NONE);
    }

    @Test
    void hasTheHooksAroundAStageOnceForEachHost() {
        var hosts = Map.of(
                new HostId("host-core-1"), host("DEB/x86_64", Long.MAX_VALUE, hook("core-1"), hook("core-2")),
                new HostId("host-core-3"), host("DEB/x86_64", Long.MAX_VALUE, hook("core-3")));
        var cores =
                List.of(core("core-3", "5.16.0-1"), core("core-2", "5.16.0-1", "core-1"), core("core-1", "5.16.0-1"));

        var plan = planner.plan(
                to("5.17.0-1"),
                new ClusterView(cores, Set.of(), List.of(OLD, NEW), hosts, VersionRules.NONE),
                Policies.DEFAULT);

        assertThat(plan.stages().get(0).aroundIt()).containsExactly(before("core-1"), before("core-3"));
        assertThat(plan.findings()).isEmpty();
    }

    private static HostNote hook(String instance) {
        return new HostNote(HostNote.Kind.HOOK_BEFORE_STAGE, Optional.of(new InstanceId(instance)));
    }

    private static StageHook before(String id) {
        return new StageHook(Component.CORE, Hook.BEFORE_STAGE, new InstanceId(id), new HostId("host-" + id));
    }

    private static HostView host(String platform, long diskFree, HostNote... notes) {
        return new HostView(Platform.parse(platform), diskFree, List.of(notes));
    }

    private static PackageFile rpm(String version, String digit, String architecture) {
        return new PackageFile(
                new Sha256(digit.repeat(64)),
                1000,
                Component.CORE,
                "md-core",
                new Version(version),
                architecture,
                PackageFormat.RPM);
    }

    private static List<Instance> threeCores() {
        return List.of(core("core-1", "5.16.0-1"), core("core-2", "5.16.0-1"), core("core-3", "5.16.0-1"));
    }

    private static UnitPlan unit(String id) {
        return new UnitPlan(
                new InstanceId(id), new HostId("host-" + id), new Version("5.16.0-1"), NEW, Optional.of(OLD));
    }

    private static UpgradeRequest gatewaysAnd(Target... targets) {
        var gateways = new Target(Component.API_GATEWAY, new Version("2.6.0-1"));
        return new UpgradeRequest(
                Stream.concat(Stream.of(targets), Stream.of(gateways)).toList(), List.of());
    }

    private static Instance gateway(String id) {
        return instance(Component.API_GATEWAY, id, "2.5.0-1");
    }

    private static Instance core(String id, String version) {
        return instance(Component.CORE, id, version);
    }

    /** It is on the host of that other one. */
    private static Instance core(String id, String version, String other) {
        return instance(Component.CORE, id, version, "host-" + other);
    }

    private static Instance instance(Component component, String id, String version) {
        return instance(component, id, version, "host-" + id);
    }

    private static Instance instance(Component component, String id, String version, String host) {
        var installed = new Version(version);
        return new Instance(
                new InstanceId(id),
                component,
                new HostId(host),
                URI.create("http://127.0.0.1:8008"),
                Optional.of(installed),
                installed.upstream(),
                Health.READY,
                "");
    }

    private static PackageFile file(String version, String digit) {
        return file(Component.CORE, "md-core", version, digit);
    }

    private static PackageFile gatewayFile(String version, String digit) {
        return file(Component.API_GATEWAY, "md-cluster-api-gateway", version, digit);
    }

    private static PackageFile file(Component component, String name, String version, String digit) {
        return new PackageFile(
                new Sha256(digit.repeat(64)), 1000, component, name, new Version(version), "amd64", PackageFormat.DEB);
    }
}

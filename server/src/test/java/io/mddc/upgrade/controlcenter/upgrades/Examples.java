package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.controlcenter.rest.IdempotencyKey;
import io.mddc.upgrade.controlcenter.upgrades.CommandLog.Given;
import io.mddc.upgrade.plan.Approval;
import io.mddc.upgrade.plan.ClusterView;
import io.mddc.upgrade.plan.ExpectedTimes;
import io.mddc.upgrade.plan.FailureBudget;
import io.mddc.upgrade.plan.Finding;
import io.mddc.upgrade.plan.Maintenance;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.Reboots;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.StartTime;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.plan.UpgradePlan;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.run.WaitReason;
import io.mddc.upgrade.window.WindowCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** A plan for two Cores, and what may happen to it. */
public final class Examples {
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
    public static final Sha256 TARGET = new Sha256("7".repeat(64));
    public static final Sha256 FORMER = new Sha256("6".repeat(64));
    public static final HostId HOST_A = new HostId("host-a");
    public static final InstanceId CORE_1 = new InstanceId("core-1");
    public static final InstanceId CORE_2 = new InstanceId("core-2");
    public static final UpgradeId FIRST = new UpgradeId("2026-11-22-1");
    public static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private Examples() {}

    public static Policy policy() {
        var second = Duration.ofSeconds(1);
        return new Policy(
                Policy.SERVICES_FIRST,
                Map.of(Component.CORE, 1),
                1,
                new FailureBudget("1"),
                Policy.WhenSpent.PAUSE,
                new Approval(false, Set.of()),
                Set.of(),
                Map.of(),
                Reboots.NEVER,
                Maintenance.USUAL,
                3,
                new Policy.Drain(second, Policy.PastLimit.ASK, second, second, second, second),
                new Policy.Soak(second, second, second),
                new Policy.Limits(second, second, second, second, second, second, Duration.ofMinutes(5)),
                ExpectedTimes.USUAL);
    }

    public static UpgradePlan plan() {
        var stage = new StagePlan(Component.CORE, new Version("5.17.0-1"), 1, List.of(unit(CORE_1), unit(CORE_2)));
        var finding = new Finding(Finding.Code.INSTANCE_NOT_READY, "core-2 is not ready.", "Look at it.");
        return new UpgradePlan(List.of(stage), List.of(finding), policy());
    }

    private static UnitPlan unit(InstanceId instance) {
        return new UnitPlan(
                instance,
                HOST_A,
                new Version("5.16.0-1"),
                file(TARGET, "5.17.0-1"),
                Optional.of(file(FORMER, "5.16.0-1")));
    }

    private static PackageFile file(Sha256 digest, String version) {
        return new PackageFile(digest, 9, Component.CORE, "md-core", new Version(version), "amd64", PackageFormat.DEB);
    }

    public static Given start(String key) {
        return new Given(new IdempotencyKey(key), "start", "{}", "an operator");
    }

    public static PlannedUpgrades planned(Jdbi jdbi) {
        return new PlannedUpgrades(jdbi, new CommandLog(jdbi.onDemand(CommandDao.class), CLOCK), CLOCK);
    }

    /** An upgrade that holds the cluster, its units pending. */
    public static UpgradeId started(Jdbi jdbi) {
        return planned(jdbi).insert(plan(), StartTime.NOW, start("a-key")).orElseThrow();
    }

    public static RunEvent unit(String key, InstanceId instance, UnitState state, int second) {
        return new RunEvent.OfUnit(
                key, FIRST, NOON.plusSeconds(second), state + " it is", WaitReason.NOTHING, instance, state);
    }

    public static RunEvent upgrade(String key, UpgradeState state) {
        return new RunEvent.OfUpgrade(key, FIRST, NOON, "The upgrade is " + state, WaitReason.NOTHING, state);
    }

    public static UpgradeQueries queries(Jdbi jdbi) {
        return queries(jdbi, CLOCK);
    }

    static UpgradeQueries queries(Jdbi jdbi, Clock clock) {
        return new StoredUpgrades(
                jdbi.onDemand(UpgradeDao.class),
                jdbi.onDemand(PlanDao.class),
                jdbi.onDemand(EventDao.class),
                new UpgradeOutlook(
                        jdbi,
                        clock,
                        () -> new WindowCalendar(List.of(), List.of()),
                        () -> new ClusterView(List.of(), Set.of(), List.of())),
                workflow -> "http://ui/" + workflow);
    }

    static UpgradeView view(Jdbi jdbi) {
        return queries(jdbi).find(FIRST).orElseThrow();
    }

    public static StoredClusterHold hold(Jdbi jdbi) {
        return new StoredClusterHold(jdbi, CLOCK);
    }
}

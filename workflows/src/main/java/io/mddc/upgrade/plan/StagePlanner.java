package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.Health;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.plan.Finding.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The plan of one stage, and what was noticed while making it. */
final class StagePlanner {
    private final Target target;
    private final Set<HostId> hosts;
    private final ClusterView cluster;
    private final Policy policy;
    private final List<Finding> findings = new ArrayList<>();
    private final PackageChoice packages;
    private final FromAfar afar;
    private final StageMinimum minimum;

    StagePlanner(Target target, Set<HostId> hosts, ClusterView cluster, Policy policy) {
        this.target = target;
        this.hosts = hosts;
        this.cluster = cluster;
        this.policy = policy;
        this.packages = new PackageChoice(target, cluster, findings);
        this.afar = new FromAfar(target, cluster);
        this.minimum = new StageMinimum(target.component(), cluster, policy);
    }

    List<Finding> findings() {
        return findings;
    }

    /** Empty when no unit is left to do; the findings say why. */
    Optional<StagePlan> plan() {
        var wanted = wanted();
        packages.noteMissing();
        var units = wanted.stream().flatMap(this::unit).toList();
        findings.addAll(minimum.findings());
        noteMixed();
        findings.addAll(new HostFindings(cluster).of(units));
        if (units.isEmpty()) {
            noteEmpty(wanted);
            return Optional.empty();
        }
        findings.addAll(PolicyFindings.ofBudget(policy, title(), units.size()));
        if (policy.needsMaintenance(target.component())) {
            findings.addAll(new MaintenanceFindings(cluster).of(target.component()));
        }
        return Optional.of(new StagePlan(target.component(), target.version(), minimum.active(), units));
    }

    private List<Instance> wanted() {
        return cluster.of(target.component()).stream()
                .filter(instance -> UpgradePlanner.isWanted(instance, hosts))
                .toList();
    }

    private Stream<UnitPlan> unit(Instance instance) {
        var chosen = packages.target(instance);
        if (chosen.isEmpty()) {
            return Stream.empty();
        }
        if (instance.installed().isEmpty()) {
            note(
                    Code.INSTALLED_VERSION_UNKNOWN,
                    "What is installed for %s on %s could not be read.".formatted(instance.id(), instance.host()),
                    "Look at the worker's log on that host.");
            return Stream.empty();
        }
        return between(instance, instance.installed().get(), chosen.get());
    }

    private Stream<UnitPlan> between(Instance instance, Version from, PackageFile file) {
        int order = file.format().order().compare(file.version(), from);
        if (order < 0) {
            note(
                    Code.DOWNGRADE,
                    "%s has %s, which is newer than %s.".formatted(instance.id(), from, target.version()),
                    "Choose %s or a newer version.".formatted(from));
        }
        if (order == 0) {
            note(Code.ALREADY_THERE, "%s has %s already.".formatted(instance.id(), from), "Nothing is needed.");
        }
        if (order <= 0) {
            return Stream.empty();
        }
        if (afar.isMeant(instance)) {
            findings.addAll(afar.findings(instance, from));
            return afar.asked(instance).stream()
                    .map(asked -> UnitPlan.afar(instance.id(), instance.host(), from, file, asked));
        }
        noteCondition(instance);
        return Stream.of(new UnitPlan(
                instance.id(),
                instance.host(),
                from,
                file,
                packages.former(from, instance),
                cluster.host(instance.host()).hooksOf(instance.id())));
    }

    private void noteCondition(Instance instance) {
        if (cluster.silentHosts().contains(instance.host())) {
            note(
                    Code.WORKER_SILENT,
                    "The worker of %s does not report.".formatted(instance.host()),
                    "Start it, or leave the host out.");
        }
        if (instance.health() != Health.READY) {
            note(
                    Code.INSTANCE_NOT_READY,
                    "%s on %s is %s now.".formatted(instance.id(), instance.host(), instance.health()),
                    "It is upgraded like the others; look why.");
        }
    }

    private void noteMixed() {
        var versions = cluster.of(target.component()).stream()
                .flatMap(instance -> instance.installed().stream())
                .map(Version::value)
                .distinct()
                .sorted()
                .toList();
        if (versions.size() > 1) {
            note(
                    Code.MIXED_VERSIONS,
                    "%s runs in several versions already: %s.".formatted(title(), String.join(", ", versions)),
                    "Look whether an earlier upgrade was left unfinished.");
        }
    }

    private void noteEmpty(List<Instance> wanted) {
        if (wanted.isEmpty()) {
            note(
                    Code.NO_INSTANCE,
                    "No instance of %s is known on the hosts asked for.".formatted(title()),
                    "Check the inventory, and that the workers report.");
        } else if (findings.stream().noneMatch(finding -> finding.code().blocking())) {
            note(
                    Code.NOTHING_TO_DO,
                    "Every %s asked for has %s already.".formatted(title(), target.version()),
                    "Nothing is needed.");
        }
    }

    private String title() {
        return target.component().title();
    }

    private void note(Code code, String sentence, String cure) {
        findings.add(new Finding(code, sentence, cure));
    }
}

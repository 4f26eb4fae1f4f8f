package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Health;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.cluster.VersionOrder;
import io.mddc.upgrade.plan.Finding.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<Version, Optional<PackageFile>> formers = new HashMap<>();

    StagePlanner(Target target, Set<HostId> hosts, ClusterView cluster, Policy policy) {
        this.target = target;
        this.hosts = hosts;
        this.cluster = cluster;
        this.policy = policy;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Empty when no unit is left to do; the findings say why. */
    Optional<StagePlan> plan() {
        if (!UpgradePlanner.isOffered(target)) {
            note(Code.METHOD_NOT_OFFERED, "%s cannot be upgraded by this version.".formatted(title()), "Leave it out.");
            return Optional.empty();
        }
        var wanted = wanted();
        var units = choosePackage().stream()
                .flatMap(file -> wanted.stream().flatMap(instance -> unit(instance, file)))
                .toList();
        checkMinimum();
        if (units.isEmpty()) {
            noteEmpty(wanted);
            return Optional.empty();
        }
        findings.addAll(PolicyFindings.ofBudget(policy, title(), units.size()));
        return Optional.of(new StagePlan(target.component(), target.version(), minimumActive(), units));
    }

    private List<Instance> wanted() {
        return cluster.of(target.component()).stream()
                .filter(instance -> UpgradePlanner.isWanted(instance, hosts))
                .toList();
    }

    private Optional<PackageFile> choosePackage() {
        var files = cluster.packagesOf(target.component(), target.version());
        if (files.isEmpty()) {
            note(
                    Code.PACKAGE_MISSING,
                    "The store has no package of %s %s.".formatted(title(), target.version()),
                    "Upload it under Inventory > Packages.");
        }
        if (files.size() > 1) {
            note(
                    Code.PACKAGE_AMBIGUOUS,
                    "The store has %d packages of %s %s.".formatted(files.size(), title(), target.version()),
                    "Delete those that are not meant.");
        }
        return files.size() == 1 ? Optional.of(files.get(0)) : Optional.empty();
    }

    private Stream<UnitPlan> unit(Instance instance, PackageFile file) {
        if (instance.installed().isEmpty()) {
            note(
                    Code.INSTALLED_VERSION_UNKNOWN,
                    "What is installed for %s on %s could not be read.".formatted(instance.id(), instance.host()),
                    "Look at the worker's log on that host.");
            return Stream.empty();
        }
        var from = instance.installed().get();
        int order = VersionOrder.DEBIAN.compare(target.version(), from);
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
        noteCondition(instance);
        return Stream.of(new UnitPlan(instance.id(), instance.host(), from, file, former(from)));
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

    /** Looked for once for each version, however many instances have it. */
    private Optional<PackageFile> former(Version from) {
        return formers.computeIfAbsent(from, this::findFormer);
    }

    private Optional<PackageFile> findFormer(Version from) {
        var files = cluster.packagesOf(target.component(), from);
        if (files.isEmpty()) {
            note(
                    Code.NO_FORMER_PACKAGE,
                    "The store has no package of %s %s, so it cannot be put back.".formatted(title(), from),
                    "Upload it before the start.");
        }
        return files.stream().findFirst();
    }

    private void checkMinimum() {
        int instances = cluster.of(target.component()).size();
        if (instances == 1) {
            noteOnlyOne();
        }
        if (instances > 1 && minimumActive() > instances - 1) {
            note(
                    Code.MINIMUM_NOT_SATISFIABLE,
                    "minimumActive.%s is %d of %d, so none may ever go."
                            .formatted(target.component(), minimumActive(), instances),
                    "Lower it to %d or less.".formatted(instances - 1));
        }
    }

    private void noteOnlyOne() {
        if (target.component() == Component.CORE) {
            note(
                    Code.ONLY_ONE_INSTANCE,
                    "There is only one %s: nothing scans while it is upgraded.".formatted(title()),
                    "Add a second one first.");
        }
        if (target.component() == Component.API_GATEWAY) {
            note(
                    Code.ONLY_ONE_GATEWAY,
                    "There is only one %s: while it is upgraded no client can submit a file, fetch a result or download."
                            .formatted(title()),
                    "Add a second one, or tell the clients.");
        }
    }

    private int minimumActive() {
        int allButOne = Math.max(0, cluster.of(target.component()).size() - 1);
        return policy.minimumActive().getOrDefault(target.component(), allButOne);
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

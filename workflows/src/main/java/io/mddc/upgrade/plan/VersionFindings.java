package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.plan.Finding.Code;
import io.mddc.upgrade.plan.VersionRules.Pair;
import io.mddc.upgrade.plan.VersionRules.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules about versions against every state a plan can bring about: while its stages run, after them, and when it ends
 * somewhere between. A stage may leave units behind, and the next begins all the same.
 */
final class VersionFindings {
    private final ClusterView cluster;
    private final List<StagePlan> stages;

    VersionFindings(ClusterView cluster, List<StagePlan> stages) {
        this.cluster = cluster;
        this.stages = stages;
    }

    List<Finding> find() {
        var findings = new ArrayList<Finding>();
        cluster.rules().sources().forEach(rule -> findings.addAll(tooOld(rule)));
        cluster.rules().pairs().forEach(rule -> pair(rule).ifPresent(findings::add));
        return findings;
    }

    private List<Finding> tooOld(Source rule) {
        return stages.stream()
                .filter(stage -> stage.component() == rule.component())
                .flatMap(stage -> stage.units().stream())
                .filter(unit -> rule.forbids(unit.from(), unit.to()))
                .map(unit -> new Finding(
                        Code.SOURCE_TOO_OLD,
                        "%s has %s: %s is reached from %s or newer only."
                                .formatted(unit.instance(), unit.from(), unit.to(), rule.from()),
                        "Upgrade it to %s first.".formatted(rule.from())))
                .toList();
    }

    /** Only what this plan brings about is its matter. */
    private Optional<Finding> pair(Pair rule) {
        var upgraded = stage(rule.component()).filter(stage -> VersionRules.isAtLeast(stage.target(), rule.from()));
        if (upgraded.isEmpty() || cluster.of(rule.needs()).stream().noneMatch(it -> isBelow(it, rule.least()))) {
            return Optional.empty();
        }
        var needed = stage(rule.needs()).filter(stage -> VersionRules.isAtLeast(stage.target(), rule.least()));
        boolean isFirst = needed.map(stage -> stages.indexOf(stage) < stages.indexOf(upgraded.get()))
                .orElse(false);
        return Optional.of(isFirst ? atRisk(rule) : forbidden(rule));
    }

    private static Finding forbidden(Pair rule) {
        return new Finding(
                Code.PAIR_FORBIDDEN,
                "%s %s or newer must not run beside %s older than %s, and would."
                        .formatted(
                                rule.component().title(),
                                rule.from(),
                                rule.needs().title(),
                                rule.least()),
                "Upgrade %s to %s or newer first.".formatted(rule.needs().title(), rule.least()));
    }

    private static Finding atRisk(Pair rule) {
        return new Finding(
                Code.PAIR_AT_RISK,
                "%s goes first here; one that stays behind below %s must not run beside %s %s."
                        .formatted(
                                rule.needs().title(),
                                rule.least(),
                                rule.component().title(),
                                rule.from()),
                "Put %s into approval.stages, and approve it when all have gone.".formatted(rule.component()));
    }

    private Optional<StagePlan> stage(Component component) {
        return stages.stream().filter(stage -> stage.component() == component).findFirst();
    }

    private static boolean isBelow(Instance instance, Version least) {
        return instance.installed()
                .filter(version -> !VersionRules.isAtLeast(version, least))
                .isPresent();
    }
}

package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.Component;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A plan as somebody wants to see it who has not decided yet: how it will probably go, and what stands in its way.
 *
 * @param expected of all stages, one after the other
 */
public record PlanPreview(List<StagePreview> stages, List<Finding> findings, Estimate expected) {
    public PlanPreview {
        stages = List.copyOf(stages);
        findings = List.copyOf(findings);
    }

    /**
     * @param cluster the one the plan was made for
     * @param history how long steps of a component took here
     */
    public static PlanPreview of(UpgradePlan plan, ClusterView cluster, Function<Component, StepTimes> history) {
        var stages = plan.stages().stream()
                .map(stage ->
                        StagePreview.of(stage, cluster, new Forecast(plan.policy(), history.apply(stage.component()))))
                .toList();
        var whole = stages.stream().map(stage -> stage.expected().duration()).reduce(Duration.ZERO, Duration::plus);
        var sentence = "about %s, an estimate: the sum of the stages.".formatted(Estimate.inWords(whole));
        return new PlanPreview(stages, plan.findings(), new Estimate(whole, sentence));
    }

    public boolean isStartable() {
        return findings.stream().noneMatch(finding -> finding.code().blocking());
    }
}

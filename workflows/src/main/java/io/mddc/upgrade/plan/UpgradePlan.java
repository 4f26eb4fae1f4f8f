package io.mddc.upgrade.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Stream;

/** What will be done, in order, and what was noticed on the way. Immutable once the upgrade is started. */
public record UpgradePlan(List<StagePlan> stages, List<Finding> findings, Policy policy) {
    public UpgradePlan {
        stages = List.copyOf(stages);
        findings = List.copyOf(findings);
    }

    /** The same, with what else was noticed. */
    public UpgradePlan with(List<Finding> more) {
        return new UpgradePlan(
                stages, Stream.concat(findings.stream(), more.stream()).toList(), policy);
    }

    /** What stops a start. */
    @JsonIgnore
    public List<Finding> blocking() {
        return findings.stream().filter(finding -> finding.code().blocking()).toList();
    }
}

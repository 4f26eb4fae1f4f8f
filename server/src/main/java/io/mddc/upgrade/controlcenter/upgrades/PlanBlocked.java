package io.mddc.upgrade.controlcenter.upgrades;

import static java.util.stream.Collectors.joining;

import io.mddc.upgrade.controlcenter.rest.Refusal;
import io.mddc.upgrade.plan.Finding;
import java.util.List;
import java.util.Map;

/** The plan has findings that stop a start. */
public final class PlanBlocked extends Refusal {
    private static final int CONFLICT = 409;

    PlanBlocked(List<Finding> findings) {
        super(
                CONFLICT,
                findings.stream()
                        .filter(finding -> finding.code().blocking())
                        .map(finding -> finding.sentence() + " " + finding.cure())
                        .collect(joining(" ")),
                Map.of("findings", findings.stream().map(FindingView::of).toList()));
    }
}

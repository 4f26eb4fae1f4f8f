package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.plan.Finding;

/** A finding as the API shows it. */
public record FindingView(Finding.Code code, boolean blocking, String sentence, String cure) {
    static FindingView of(Finding finding) {
        return new FindingView(finding.code(), finding.code().blocking(), finding.sentence(), finding.cure());
    }
}

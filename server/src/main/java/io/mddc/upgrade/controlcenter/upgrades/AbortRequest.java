package io.mddc.upgrade.controlcenter.upgrades;

import static com.google.common.base.Preconditions.checkArgument;

import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /upgrades/{id}/abort} takes.
 *
 * @param reason for the report and whoever reads it later
 */
public record AbortRequest(String reason) {
    private static final int LONGEST = 500;

    public AbortRequest(@Nullable String reason) {
        checkArgument(reason != null && !reason.isBlank(), "reason is missing: say why the upgrade is aborted");
        checkArgument(reason.length() <= LONGEST, "reason has %s characters: allowed is %s", reason.length(), LONGEST);
        this.reason = reason;
    }
}

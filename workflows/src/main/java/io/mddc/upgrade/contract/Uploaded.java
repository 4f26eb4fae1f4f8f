package io.mddc.upgrade.contract;

import java.util.Optional;

/**
 * The package is on the host and its digest was read there.
 *
 * @param formerKept the former package is there too
 * @param dryRun what the installer's dry run said
 * @param byHand how a person installs it
 * @param noWayBack why this host puts no former package back; empty when it does
 */
public record Uploaded(boolean formerKept, String dryRun, Optional<ByHand> byHand, Optional<String> noWayBack) {
    public Uploaded(boolean formerKept, String dryRun) {
        this(formerKept, dryRun, Optional.empty());
    }

    public Uploaded(boolean formerKept, String dryRun, Optional<ByHand> byHand) {
        this(formerKept, dryRun, byHand, Optional.empty());
    }

    /**
     * @param command to be pasted into a terminal of that host
     * @param checksum a line as {@code sha256sum} writes it
     */
    public record ByHand(String command, String checksum) {}
}

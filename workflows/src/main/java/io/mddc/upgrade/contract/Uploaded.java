package io.mddc.upgrade.contract;

/**
 * The package is on the host and its digest was read there.
 *
 * @param formerKept the former package is there too
 * @param dryRun what the installer's dry run said
 */
public record Uploaded(boolean formerKept, String dryRun) {}

package io.mddc.upgrade.contract;

/**
 * How a hook ended.
 *
 * @param interrupted it died without an exit status; it may be run again under a new operation id
 * @param sentence why it did not succeed; empty when it did
 */
public record HookOutcome(boolean interrupted, String sentence) {
    public static final HookOutcome SUCCEEDED = new HookOutcome(false, "");
}

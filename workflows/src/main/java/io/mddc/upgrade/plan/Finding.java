package io.mddc.upgrade.plan;

/**
 * Something the planner noticed.
 *
 * @param code stable, for scripts
 * @param sentence what is so, with names and values
 * @param cure what to do about it
 */
public record Finding(Code code, String sentence, String cure) {
    /** Why a plan is not as it should be; a blocking one stops the start. */
    public enum Code {
        NO_MAINTENANCE(true),
        PACKAGE_MISSING(true),
        PACKAGE_MISSING_FOR_PLATFORM(true),
        WRONG_ARCHITECTURE(true),
        PACKAGE_AMBIGUOUS(true),
        NO_INSTANCE(true),
        UNKNOWN_HOST(true),
        WORKER_SILENT(true),
        WORKER_NEEDED(true),
        NO_WORKER_ON_HOST(false),
        SETTINGS_NOT_WATCHED(false),
        ONLY_ONE_INSTANCE(true),
        DOWNGRADE(true),
        MINIMUM_NOT_SATISFIABLE(true),
        MINIMUM_BELOW_HEALTH_CHECK(false),
        NO_WINDOW_FITS(true),
        NOTHING_TO_DO(true),
        INSTALLED_VERSION_UNKNOWN(true),
        ONLY_ONE_GATEWAY(false),
        SYSTEM_DOWN(false),
        NO_BACKUP(false),
        INSTANCE_NOT_READY(false),
        SOURCE_TOO_OLD(true),
        PAIR_FORBIDDEN(true),
        PAIR_AT_RISK(false),
        MIXED_VERSIONS(false),
        DISK_SHORT(false),
        NO_ISOLATION(false),
        NO_KNOWN_ANSWERS(false),
        AUTOMATIC_UPDATES(false),
        ALREADY_THERE(false),
        NO_FORMER_PACKAGE(false),
        CONCURRENCY_ABOVE_ONE(false),
        DRAIN_FAILS_FILES(false),
        REBOOTS_ALLOWED(false),
        BUDGET_ABOVE_STAGE(false);

        private final boolean blocking;

        Code(boolean blocking) {
            this.blocking = blocking;
        }

        public boolean blocking() {
            return blocking;
        }
    }
}

package io.mddc.upgrade.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** A command by which a person may end or shorten a wait; what is taken in which state is the table in docs/design.md. */
public enum Remedy {
    APPROVE,
    RESUME,
    ABORT,
    ROLLBACK,
    EXTEND_DRAIN,
    RETURN_TO_SERVICE,
    ANSWER,
    SKIP,
    RETRY,
    CONFIRM_INSTALLED,
    REOPEN,
    EMERGENCY_RELEASE;

    /** As terminal and REST name it, such as {@code extend-drain}. */
    @JsonValue
    public String command() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What helps an upgrade that waits in this state. */
    public static List<Remedy> of(UpgradeState state) {
        return switch (state) {
            case RUNNING -> List.of(ABORT, ROLLBACK);
            case SCHEDULED -> List.of(ABORT);
            case AWAITING_APPROVAL -> List.of(APPROVE, ABORT, ROLLBACK);
            case PAUSING, PAUSED -> List.of(RESUME, ABORT, ROLLBACK);
            case STARTING, ENDING, ENDED -> List.of();
        };
    }

    /** What helps a unit that waits in this state; where it drains on its way back that is said beside. */
    public static List<Remedy> of(UnitState state) {
        return switch (state) {
            case PENDING, UPLOADING, WAITING -> List.of(SKIP);
            case DRAINING, ASKING -> List.of(EXTEND_DRAIN, RETURN_TO_SERVICE, ANSWER, SKIP);
            case INSTALLING, VERIFYING, MONITORING, RETURNING, ROLLING_BACK -> List.of();
            case SKIPPED, ROLLED_BACK, CANCELLED -> List.of(RETRY);
            case UPGRADED, FAILED -> List.of();
        };
    }
}

package io.mddc.upgrade.controlcenter.upgrades;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Strings;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.Policy.PastLimit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the commands take as their bodies; each may say why, for the report and whoever reads it later. */
public sealed interface CommandBody {
    String reason();

    /** Nothing but why. */
    record Plain(String reason) implements CommandBody {
        public Plain(@Nullable String reason) {
            this.reason = checkedReason(reason);
        }
    }

    /** How many units of a stage may be in work at once. */
    record Concurrency(Integer units, String reason) implements CommandBody {
        public Concurrency(@Nullable Integer units, @Nullable String reason) {
            checkArgument(
                    units != null && units >= 1 && units <= Policy.MOST_AT_ONCE,
                    "units is %s: allowed is 1 to %s",
                    units == null ? "missing" : units,
                    Policy.MOST_AT_ONCE);
            this.units = units;
            this.reason = checkedReason(reason);
        }
    }

    /** How much longer than planned an instance may drain. */
    record ExtendDrain(Duration by, String reason) implements CommandBody {
        private static final Duration LONGEST = Duration.ofDays(30);

        public ExtendDrain(@Nullable Duration by, @Nullable String reason) {
            checkArgument(
                    by != null && by.compareTo(Duration.ZERO) > 0 && by.compareTo(LONGEST) <= 0,
                    "by is %s: allowed is more than PT0S and at most P30D, such as PT30M",
                    by == null ? "missing" : by);
            this.by = by;
            this.reason = checkedReason(reason);
        }
    }

    /** What happens to the files left after the drain limit. */
    record Answer(Decision answer, String reason) implements CommandBody {
        public Answer(@Nullable Decision answer, @Nullable String reason) {
            checkArgument(answer != null, "answer is missing: allowed is EXTEND, RETURN or FAIL_FILES");
            this.answer = answer;
            this.reason = checkedReason(reason);
        }
    }

    /** What may be answered: all of {@link PastLimit} but the question itself. */
    enum Decision {
        EXTEND(PastLimit.EXTEND),
        RETURN(PastLimit.RETURN),
        FAIL_FILES(PastLimit.FAIL_FILES);

        private final PastLimit meaning;

        Decision(PastLimit meaning) {
            this.meaning = meaning;
        }

        PastLimit meaning() {
            return meaning;
        }
    }

    private static String checkedReason(@Nullable String given) {
        int longest = 500;
        var reason = Strings.nullToEmpty(given).strip();
        checkArgument(reason.length() <= longest, "reason has %s characters: allowed is %s", reason.length(), longest);
        return reason;
    }
}

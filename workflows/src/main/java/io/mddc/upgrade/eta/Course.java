package io.mddc.upgrade.eta;

import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.window.WindowCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far an upgrade is at a moment.
 *
 * @param stages in their order
 * @param calendar of the maintenance windows
 * @param obstacle what all of it waits for that nobody can guess
 */
public record Course(
        Policy policy,
        List<StageNow> stages,
        Bracket bracket,
        WindowCalendar calendar,
        Optional<Eta> obstacle,
        Instant now) {
    public Course {
        stages = List.copyOf(stages);
    }

    /**
     * The maintenance mode around a stage.
     *
     * @param phase where it is; empty when it never was in any
     * @param since when the gateways began to close; empty when they never did
     */
    public record Bracket(Optional<MaintenancePhase> phase, Optional<Instant> since) {
        public static final Bracket NONE = new Bracket(Optional.empty(), Optional.empty());

        boolean isIn(MaintenancePhase first, MaintenancePhase last) {
            return phase.filter(now -> now.compareTo(first) >= 0 && now.compareTo(last) <= 0)
                    .isPresent();
        }
    }

    /** Failures of the stages before this one. */
    int failuresBefore(StageNow stage) {
        return stages.stream()
                .takeWhile(other -> other.component() != stage.component())
                .mapToInt(StageNow::failures)
                .sum();
    }
}

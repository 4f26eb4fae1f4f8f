package io.mddc.upgrade.run;

import static io.mddc.upgrade.run.Effect.ISOLATE;
import static io.mddc.upgrade.run.Effect.NAME_A_PERSON;
import static io.mddc.upgrade.run.Effect.REJOIN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The state machine of a unit.
 *
 * <p>Invariants: before DRAINING nothing on the instance was touched, so every exit is free; in DRAINING and RETURNING it is
 * isolated and runs what it ran, so every exit goes through a rejoin; in INSTALLING and VERIFYING it is isolated and must
 * come to a known version, so a cancel is only noted; FAILED means isolated with a person named. An event that a state does
 * not know is an error of the caller and throws.
 */
public enum UnitState {
    PENDING,
    UPLOADING,
    WAITING,
    DRAINING,
    INSTALLING,
    VERIFYING,
    MONITORING,
    RETURNING,
    UPGRADED,
    SKIPPED,
    FAILED,
    CANCELLED;

    private static final Map<UnitState, Map<UnitEvent, Transition>> TABLE = new EnumMap<>(UnitState.class);
    private static final Set<UnitState> ENDS = EnumSet.of(UPGRADED, SKIPPED, FAILED, CANCELLED);

    static {
        from(PENDING, UnitEvent.BEGUN, UPLOADING);
        from(PENDING, UnitEvent.CANCEL, CANCELLED);
        from(UPLOADING, UnitEvent.UPLOADED, WAITING);
        from(UPLOADING, UnitEvent.STEP_FAILED, SKIPPED);
        from(UPLOADING, UnitEvent.CANCEL, CANCELLED);
        from(WAITING, UnitEvent.GO, DRAINING);
        from(WAITING, UnitEvent.CANCEL, CANCELLED);
        from(DRAINING, UnitEvent.DRAINED, INSTALLING);
        from(DRAINING, UnitEvent.DRAIN_LIMIT_PASSED, RETURNING, REJOIN);
        from(DRAINING, UnitEvent.STEP_FAILED, RETURNING, REJOIN);
        from(DRAINING, UnitEvent.CANCEL, RETURNING, REJOIN);
        from(RETURNING, UnitEvent.RETURNED, SKIPPED);
        from(RETURNING, UnitEvent.RETURNED_BY_CANCEL, CANCELLED);
        from(RETURNING, UnitEvent.STEP_FAILED, FAILED, NAME_A_PERSON);
        from(INSTALLING, UnitEvent.INSTALLED, VERIFYING);
        from(INSTALLING, UnitEvent.STEP_FAILED, FAILED, NAME_A_PERSON);
        from(INSTALLING, UnitEvent.CANCEL, INSTALLING);
        from(VERIFYING, UnitEvent.VERIFIED, MONITORING);
        from(VERIFYING, UnitEvent.STEP_FAILED, FAILED, ISOLATE, NAME_A_PERSON);
        from(VERIFYING, UnitEvent.CANCEL, VERIFYING);
        from(MONITORING, UnitEvent.SOAKED, UPGRADED);
        from(MONITORING, UnitEvent.STEP_FAILED, FAILED, ISOLATE, NAME_A_PERSON);
        from(MONITORING, UnitEvent.CANCEL, UPGRADED);
    }

    private static void from(UnitState state, UnitEvent event, UnitState next, Effect... effects) {
        TABLE.computeIfAbsent(state, any -> new EnumMap<>(UnitEvent.class))
                .put(event, new Transition(next, Set.of(effects)));
    }

    /** Where the event leads; throws for an event this state does not know. */
    public Transition on(UnitEvent event) {
        return find(event).orElseThrow(() -> new IllegalStateException(event + " cannot happen in " + this));
    }

    public boolean allows(UnitEvent event) {
        return find(event).isPresent();
    }

    /** It stays as it is. */
    public boolean isEnd() {
        return ENDS.contains(this);
    }

    /** It holds a slot: from {@code go} to its end. */
    public boolean isInWork() {
        return switch (this) {
            case DRAINING, INSTALLING, VERIFYING, MONITORING, RETURNING -> true;
            case PENDING, UPLOADING, WAITING, UPGRADED, SKIPPED, FAILED, CANCELLED -> false;
        };
    }

    /** The step it is in; empty between steps and at an end. */
    public Optional<Step> step() {
        return switch (this) {
            case UPLOADING -> Optional.of(Step.UPLOAD);
            case DRAINING -> Optional.of(Step.DRAIN);
            case INSTALLING -> Optional.of(Step.INSTALL);
            case VERIFYING -> Optional.of(Step.VERIFY);
            case MONITORING -> Optional.of(Step.MONITOR);
            case PENDING, WAITING, RETURNING, UPGRADED, SKIPPED, FAILED, CANCELLED -> Optional.empty();
        };
    }

    private Optional<Transition> find(UnitEvent event) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(event));
    }
}

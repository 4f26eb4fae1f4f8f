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
 * <p>Invariants: before DRAINING nothing on the instance was touched, so every exit is free; in DRAINING, ASKING and RETURNING
 * it is isolated and runs what it ran, so every exit goes through a rejoin; in INSTALLING, VERIFYING and ROLLING_BACK it must
 * come to a known version, so a cancel is only noted; FAILED means isolated with a person named: nobody knows what it runs, so it is not
 * begun anew. A retry begins the other ends without success anew.
 * An event that a state does not know is an error of the caller and throws.
 */
public enum UnitState {
    PENDING,
    UPLOADING,
    WAITING,
    DRAINING,
    ASKING,
    INSTALLING,
    VERIFYING,
    MONITORING,
    RETURNING,
    ROLLING_BACK,
    UPGRADED,
    SKIPPED,
    ROLLED_BACK,
    FAILED,
    CANCELLED;

    private static final Map<UnitState, Map<UnitEvent, Transition>> TABLE = new EnumMap<>(UnitState.class);
    private static final Set<UnitState> ENDS = EnumSet.of(UPGRADED, SKIPPED, ROLLED_BACK, FAILED, CANCELLED);

    static {
        untouched();
        draining();
        onTheNewVersion();
        backAndAgain();
    }

    private static void untouched() {
        from(PENDING, UnitEvent.BEGUN, UPLOADING);
        from(UPLOADING, UnitEvent.UPLOADED, WAITING);
        from(UPLOADING, UnitEvent.STEP_FAILED, SKIPPED);
        from(WAITING, UnitEvent.GO, DRAINING);
        for (var state : EnumSet.of(PENDING, UPLOADING, WAITING)) {
            from(state, UnitEvent.SKIP, SKIPPED);
            from(state, UnitEvent.CANCEL, CANCELLED);
        }
    }

    private static void draining() {
        from(DRAINING, UnitEvent.ASK, ASKING);
        from(ASKING, UnitEvent.EXTEND, DRAINING);
        for (var state : EnumSet.of(DRAINING, ASKING)) {
            from(state, UnitEvent.DRAINED, INSTALLING);
            from(state, UnitEvent.FAIL_FILES, INSTALLING);
            from(state, UnitEvent.RETURN, RETURNING, REJOIN);
            from(state, UnitEvent.STEP_FAILED, RETURNING, REJOIN);
            from(state, UnitEvent.SKIP, RETURNING, REJOIN);
            from(state, UnitEvent.CANCEL, RETURNING, REJOIN);
        }
        from(RETURNING, UnitEvent.RETURNED_TO_QUEUE, WAITING);
        from(RETURNING, UnitEvent.RETURNED, SKIPPED);
        from(RETURNING, UnitEvent.RETURNED_BY_CANCEL, CANCELLED);
        from(RETURNING, UnitEvent.STEP_FAILED, FAILED, NAME_A_PERSON);
    }

    private static void onTheNewVersion() {
        from(INSTALLING, UnitEvent.INSTALLED, VERIFYING);
        from(INSTALLING, UnitEvent.NOT_BEGUN, RETURNING, REJOIN);
        from(INSTALLING, UnitEvent.STEP_FAILED, ROLLING_BACK);
        from(INSTALLING, UnitEvent.NO_WAY_BACK, FAILED, NAME_A_PERSON);
        from(INSTALLING, UnitEvent.CANCEL, INSTALLING);
        from(VERIFYING, UnitEvent.VERIFIED, MONITORING);
        from(VERIFYING, UnitEvent.STEP_FAILED, ROLLING_BACK, ISOLATE);
        from(VERIFYING, UnitEvent.NO_WAY_BACK, FAILED, ISOLATE, NAME_A_PERSON);
        from(VERIFYING, UnitEvent.CANCEL, VERIFYING);
        from(MONITORING, UnitEvent.SOAKED, UPGRADED);
        from(MONITORING, UnitEvent.STEP_FAILED, ROLLING_BACK, ISOLATE);
        from(MONITORING, UnitEvent.GO_BACK, ROLLING_BACK, ISOLATE);
        from(MONITORING, UnitEvent.NO_WAY_BACK, FAILED, ISOLATE, NAME_A_PERSON);
        from(MONITORING, UnitEvent.CANCEL, UPGRADED);
    }

    private static void backAndAgain() {
        from(UPGRADED, UnitEvent.GO_BACK, ROLLING_BACK, ISOLATE);
        from(ROLLING_BACK, UnitEvent.WENT_BACK, ROLLED_BACK);
        from(ROLLING_BACK, UnitEvent.STEP_FAILED, FAILED, ISOLATE, NAME_A_PERSON);
        from(ROLLING_BACK, UnitEvent.CANCEL, ROLLING_BACK);
        for (var end : EnumSet.of(SKIPPED, ROLLED_BACK, CANCELLED)) {
            from(end, UnitEvent.RETRY, PENDING);
        }
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

    /** It stays as it is, unless a command begins it anew or takes it back. */
    public boolean isEnd() {
        return ENDS.contains(this);
    }

    /** It holds a slot: from {@code go} to its end. */
    public boolean isInWork() {
        return holdsHost() || this == MONITORING;
    }

    /** No other unit of its host may be in such a state: it is, or may be, out of work. */
    public boolean holdsHost() {
        return switch (this) {
            case DRAINING, ASKING, INSTALLING, VERIFYING, RETURNING, ROLLING_BACK -> true;
            case PENDING, UPLOADING, WAITING, MONITORING -> false;
            case UPGRADED, SKIPPED, ROLLED_BACK, FAILED, CANCELLED -> false;
        };
    }

    /** The step it is in; empty between steps and at an end. */
    public Optional<Step> step() {
        return switch (this) {
            case UPLOADING -> Optional.of(Step.UPLOAD);
            case DRAINING, ASKING -> Optional.of(Step.DRAIN);
            case INSTALLING -> Optional.of(Step.INSTALL);
            case VERIFYING -> Optional.of(Step.VERIFY);
            case MONITORING -> Optional.of(Step.MONITOR);
            case ROLLING_BACK -> Optional.of(Step.WAY_BACK);
            case PENDING, WAITING, RETURNING -> Optional.empty();
            case UPGRADED, SKIPPED, ROLLED_BACK, FAILED, CANCELLED -> Optional.empty();
        };
    }

    private Optional<Transition> find(UnitEvent event) {
        return Optional.ofNullable(TABLE.getOrDefault(this, Map.of()).get(event));
    }
}

package io.mddc.upgrade.slots;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.Tries;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.Effect;
import io.mddc.upgrade.run.UnitEvent;
import io.mddc.upgrade.run.UnitState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A unit as it really is, moving by the real state machine and by chance. Its stage learns of it later, word by word, and it
 * learns later that it was let.
 */
class SimulatedUnit {
    /** What may happen in a state; what is named more often is likelier. */
    private static final Map<UnitState, List<UnitEvent>> LIKELY = new EnumMap<>(Map.of(
            UnitState.UPLOADING,
            List.of(UnitEvent.UPLOADED, UnitEvent.UPLOADED, UnitEvent.UPLOADED, UnitEvent.STEP_FAILED),
            UnitState.DRAINING,
            List.of(UnitEvent.DRAINED, UnitEvent.DRAINED, UnitEvent.RETURN, UnitEvent.ASK, UnitEvent.STEP_FAILED),
            UnitState.ASKING,
            List.of(UnitEvent.EXTEND, UnitEvent.RETURN, UnitEvent.FAIL_FILES, UnitEvent.DRAINED),
            UnitState.INSTALLING,
            List.of(UnitEvent.INSTALLED, UnitEvent.INSTALLED, UnitEvent.INSTALLED, UnitEvent.STEP_FAILED),
            UnitState.VERIFYING,
            List.of(UnitEvent.VERIFIED, UnitEvent.VERIFIED, UnitEvent.STEP_FAILED, UnitEvent.NO_WAY_BACK),
            UnitState.MONITORING,
            List.of(UnitEvent.SOAKED, UnitEvent.SOAKED, UnitEvent.SOAKED, UnitEvent.STEP_FAILED),
            UnitState.ROLLING_BACK,
            List.of(UnitEvent.WENT_BACK, UnitEvent.WENT_BACK, UnitEvent.STEP_FAILED)));

    /** What it tells its stage. */
    record Word(UnitState state, boolean waits) {}

    final UnitPlan plan;
    final SplittableRandom random;
    final Deque<Word> words = new ArrayDeque<>();
    UnitState state = UnitState.PENDING;
    boolean healthy = true;
    boolean isolated;
    /** What its stage knows of it. */
    Seen seen = Seen.PENDING;
    /** It was let, and does not know yet. */
    boolean given;
    /** It can do nothing until it is let. */
    boolean asks;
    /** How often it came to wait, and how often it was let. */
    int turns;

    int lets;

    private boolean comesAgain;
    private boolean hasReturned;

    SimulatedUnit(UnitPlan plan, SplittableRandom random) {
        this.plan = plan;
        this.random = random;
    }

    InstanceId instance() {
        return plan.instance();
    }

    HostId host() {
        return plan.host();
    }

    boolean isActive() {
        return healthy && !isolated;
    }

    boolean isOut() {
        return given || (state.holdsHost() && !asks);
    }

    boolean isInWork() {
        return given || state.isInWork();
    }

    void begin() {
        on(UnitEvent.BEGUN);
    }

    void retry() {
        state = UnitState.PENDING;
        asks = false;
        hasReturned = false;
        comesAgain = false;
    }

    void skip() {
        if (state.allows(UnitEvent.SKIP)) {
            given = false;
            asks = false;
            comesAgain = false;
            on(UnitEvent.SKIP);
        }
    }

    /** Something happens to it, unless it waits. */
    void advance() {
        if (asks) {
            hearOrAskAgain();
        } else if (state == UnitState.RETURNING) {
            on(comesAgain ? UnitEvent.RETURNED_TO_QUEUE : UnitEvent.RETURNED);
        } else if (LIKELY.containsKey(state)) {
            rejoinBeforeItFails();
            on(Tries.pick(random, LIKELY.getOrDefault(state, List.of())));
        }
    }

    private void rejoinBeforeItFails() {
        if (state == UnitState.VERIFYING && random.nextBoolean()) {
            isolated = false;
        }
    }

    private void hearOrAskAgain() {
        if (given) {
            go();
        } else if (state == UnitState.ROLLING_BACK && Tries.rarely(random, 4)) {
            words.add(new Word(state, true));
        }
    }

    /** It hears that it was let. */
    void go() {
        given = false;
        asks = false;
        isolated = true;
        if (state == UnitState.WAITING) {
            on(UnitEvent.GO);
        }
    }

    private void on(UnitEvent event) {
        var before = state;
        var transition = before.on(event);
        state = transition.next();
        isolated = isIsolated(event);
        if (event == UnitEvent.RETURN) {
            comesAgain = !hasReturned;
            hasReturned = true;
        }
        if (before != state && state != UnitState.WAITING) {
            words.add(new Word(state, false));
        }
        boolean takesWork =
                state == UnitState.ROLLING_BACK && transition.effects().contains(Effect.ISOLATE);
        if (state == UnitState.WAITING || takesWork) {
            ask();
        }
    }

    final void ask() {
        asks = true;
        turns++;
        words.add(new Word(state, true));
    }

    final void let() {
        given = asks;
        lets++;
        seen = seen.let();
    }

    /** Mostly the oldest word; but the engine may bring an end before the last words. */
    final Word hear() {
        boolean overtakes = words.getLast().state().isEnd() && Tries.rarely(random, 4);
        var word = overtakes ? words.removeLast() : words.removeFirst();
        seen = seen.after(word);
        return word;
    }

    private boolean isIsolated(UnitEvent event) {
        return switch (event) {
            case VERIFIED, WENT_BACK, RETURNED, RETURNED_TO_QUEUE -> false;
            default -> isolated || state == UnitState.FAILED;
        };
    }
}

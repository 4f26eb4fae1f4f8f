package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.run.Remedy;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.StepTime;
import io.mddc.upgrade.run.Transition;
import io.mddc.upgrade.run.UnitEvent;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where a unit is: its state, the times of its steps, and the last sentence; every move is recorded before it acts. */
final class UnitProgress {
    private final UnitOrder order;
    private final Recorder recorder;
    private final UnitLink stage;
    private final List<StepTime> steps = new ArrayList<>();
    private UnitState state;
    private Instant entered = Recorder.now();
    private String sentence = "";
    private WaitReason waits = WaitReason.NOTHING;

    UnitProgress(UnitOrder order, UnitState state, UnitLink stage) {
        this.order = order;
        this.state = state;
        this.stage = stage;
        this.recorder = new Recorder(order.upgrade());
    }

    UnitState state() {
        return state;
    }

    /** Moves by the table and records it. */
    Transition on(UnitEvent event, String why, WaitReason waitReason) {
        var transition = state.on(event);
        var now = Recorder.now();
        state.step().filter(step -> transition.next() != state).ifPresent(step -> close(step, now));
        boolean isNew = transition.next() != state;
        state = transition.next();
        if (isNew) {
            entered = now;
            tellStage();
        }
        state.step()
                .ifPresent(step -> Workflow.upsertTypedSearchAttributes(SearchAttributes.STEP.valueSet(step.name())));
        say(why, waitReason);
        return transition;
    }

    /** The same for a state that the limits end by themselves. */
    Transition on(UnitEvent event, String why, Duration limit) {
        return on(event, why, until(why, limit));
    }

    /** The same for a state that lasts until other units of its stage have gone. */
    void queue(UnitEvent event, String why) {
        var others = "its upgrade, and the units of %s before it"
                .formatted(order.plan().component().title());
        on(event, why, new WaitReason.ForOthers(why, Recorder.now(), others));
    }

    /** Records that it waits for so long at most; the state stays. */
    void say(String why, Duration limit) {
        say(why, until(why, limit));
    }

    static WaitReason until(String sentence, Duration limit) {
        return new WaitReason.Until(sentence, Recorder.now(), Recorder.now().plus(limit));
    }

    /** Records what it waits for now; the state stays. */
    void say(String why, WaitReason waitReason) {
        sentence = why;
        waits = waitReason;
        var wait = waitReason.offering(Remedy.of(state));
        recorder.record((key, upgrade, at) -> new RunEvent.OfUnit(key, upgrade, at, why, wait, instance(), state));
    }

    /** Records that a person decided something; what it waits for stays. */
    void note(String what) {
        say(what, waits);
    }

    /** Since when it is in its state. */
    Instant entered() {
        return entered;
    }

    UnitReport report() {
        return new UnitReport(instance(), state, sentence, steps, order.attempt());
    }

    /** Its ends the stage learns from the report; when it waits, it says so itself. */
    private void tellStage() {
        if (!state.isEnd() && state != UnitState.WAITING) {
            stage.moved(state);
        }
    }

    private InstanceId instance() {
        return order.plan().instance();
    }

    private void close(Step step, Instant end) {
        steps.add(new StepTime(step, entered, end));
    }
}

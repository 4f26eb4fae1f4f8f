package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.StepTime;
import io.mddc.upgrade.run.Transition;
import io.mddc.upgrade.run.UnitEvent;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Where a unit is: its state, the times of its steps, and the last sentence; every move is recorded before it acts. */
final class UnitProgress {
    private final InstanceId instance;
    private final Recorder recorder;
    private final List<StepTime> steps = new ArrayList<>();
    private UnitState state = UnitState.PENDING;
    private Instant entered = Recorder.now();
    private String sentence = "";

    UnitProgress(InstanceId instance, Recorder recorder) {
        this.instance = instance;
        this.recorder = recorder;
    }

    UnitState state() {
        return state;
    }

    /** Moves by the table and records it. */
    Transition on(UnitEvent event, String why, WaitReason waitReason) {
        var transition = state.on(event);
        var now = Recorder.now();
        state.step().filter(step -> transition.next() != state).ifPresent(step -> close(step, now));
        if (transition.next() != state) {
            entered = now;
        }
        state = transition.next();
        state.step()
                .ifPresent(step -> Workflow.upsertTypedSearchAttributes(SearchAttributes.STEP.valueSet(step.name())));
        say(why, waitReason);
        return transition;
    }

    /** Records what it waits for now; the state stays. */
    void say(String why, WaitReason waitReason) {
        sentence = why;
        recorder.record((key, upgrade, at) -> new RunEvent.OfUnit(key, upgrade, at, why, waitReason, instance, state));
    }

    /** Since when it is in its state. */
    Instant entered() {
        return entered;
    }

    UnitReport report() {
        return new UnitReport(instance, state, sentence, steps);
    }

    private void close(Step step, Instant end) {
        steps.add(new StepTime(step, entered, end));
    }
}

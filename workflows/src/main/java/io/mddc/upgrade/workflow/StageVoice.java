package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.Remedy;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.WaitReason;
import java.util.List;
import java.util.Optional;

/** What a stage says: of itself, and of units that have no workflow to speak for them. */
final class StageVoice {
    private static final String PERSON = "an administrator of the cluster";

    private final Component component;
    private final Recorder recorder;
    private String last = "";

    StageVoice(UpgradeId upgrade, Component component) {
        this(new Recorder(upgrade), component);
    }

    /**
     * @param recorder of the workflow it speaks in: two in one would count the same lines
     */
    StageVoice(Recorder recorder, Component component) {
        this.component = component;
        this.recorder = recorder;
    }

    void say(String sentence) {
        say(sentence, WaitReason.NOTHING);
    }

    /**
     * Once, until it says something else.
     *
     * @param may what helps
     */
    void waitForPerson(String sentence, Remedy... may) {
        if (!sentence.equals(last)) {
            say(sentence, new WaitReason.ForPerson(sentence, Recorder.now(), PERSON, List.of(may)));
        }
    }

    void held(UnitPlan plan) {
        var sentence = "%s waits: a unit of another upgrade still holds it (workflow %s)."
                .formatted(plan.instance(), WorkflowIds.ofUnit(plan.instance()));
        say(
                sentence,
                new WaitReason.ForPerson(
                        sentence, Recorder.now(), "whoever runs that upgrade", List.of(Remedy.SKIP, Remedy.ABORT)));
    }

    void say(InstanceId instance, UnitState state, String sentence, WaitReason wait) {
        var offered = wait.offering(Remedy.of(state));
        recorder.record(
                (key, upgrade, at) -> new RunEvent.OfUnit(key, upgrade, at, sentence, offered, instance, state));
    }

    /** It is to be begun, after others. */
    void queue(InstanceId instance, String sentence) {
        var others = "its upgrade, and the units of %s before it".formatted(component.title());
        say(instance, UnitState.PENDING, sentence, new WaitReason.ForOthers(sentence, Recorder.now(), others));
    }

    /** It ended without having been touched. */
    UnitReport untouched(InstanceId instance, UnitState end, String sentence, int attempt) {
        say(instance, end, sentence, WaitReason.NOTHING);
        return new UnitReport(instance, end, sentence, List.of(), attempt);
    }

    /** Its workflow was ended from outside; nobody knows where it stands. */
    UnitReport terminated(UnitPlan plan, int attempt) {
        var sentence = plan.instance() + " is in an unknown state: its workflow was ended from outside.";
        var person = "an administrator of " + plan.host();
        say(plan.instance(), UnitState.FAILED, sentence, new WaitReason.ForPerson(sentence, Recorder.now(), person));
        return new UnitReport(plan.instance(), UnitState.FAILED, sentence, List.of(), attempt);
    }

    /** It was cancelled by itself, from outside; it came to a safe end, only its report is lost. */
    UnitReport cancelledAlone(UnitPlan plan, int attempt) {
        var sentence = plan.instance() + " was cancelled by itself, from outside; it came to a safe end.";
        return new UnitReport(plan.instance(), UnitState.CANCELLED, sentence, List.of(), attempt);
    }

    String title() {
        return component.title();
    }

    private void say(String sentence, WaitReason wait) {
        last = sentence;
        record(sentence, wait, Optional.empty());
    }

    /** Programs for the hook may run until it says something else. */
    void say(Hook running, String sentence, WaitReason wait) {
        record(sentence, wait, Optional.of(running));
    }

    private void record(String sentence, WaitReason wait, Optional<Hook> hook) {
        recorder.record((key, upgrade, at) -> new RunEvent.OfStage(key, upgrade, at, sentence, wait, component, hook));
    }
}

package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.Remedy;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.run.WaitReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an upgrade says of itself, and the state it was last said to be in. */
final class UpgradeVoice {
    private final Recorder recorder;
    private UpgradeState state;
    private WaitReason waits = WaitReason.NOTHING;
    private WaitReason cleanup = WaitReason.NOTHING;
    private List<Remedy> refused = List.of();

    /** What it says of itself at once. */
    record Word(UpgradeState state, String sentence, WaitReason waits) {}

    UpgradeVoice(Recorder recorder, UpgradeState state) {
        this.recorder = recorder;
        this.state = state;
    }

    /** In the same workflow. */
    StageVoice of(Component stage) {
        return new StageVoice(recorder, stage);
    }

    UpgradeState state() {
        return state;
    }

    /** Without a word: the last was said by another. */
    void turn(UpgradeState now) {
        state = now;
    }

    /** From now on, where it says nothing else: what it isolated is given back, and a silent host waited for so long at most. */
    void cleansUp(Duration patience) {
        state = UpgradeState.ENDING;
        var now = Recorder.now();
        cleanup = new WaitReason.Until("What it isolated is given back.", now, now.plus(patience));
    }

    /** From now on these do not help any more. */
    void refuses(Remedy... commands) {
        refused = List.of(commands);
    }

    void say(UpgradeState now, String what) {
        say(now, what, WaitReason.NOTHING);
    }

    void waitForPerson(UpgradeState now, String what, String person) {
        say(now, what, new WaitReason.ForPerson(what, Recorder.now(), person));
    }

    void waitForOthers(UpgradeState now, String what, String others) {
        say(now, what, new WaitReason.ForOthers(what, Recorder.now(), others));
    }

    /** The emergency stop keeps it; only its release lets it go on. */
    void waitForRelease(UpgradeState now, String stop) {
        var may = List.of(Remedy.EMERGENCY_RELEASE, Remedy.ABORT);
        say(now, stop, new WaitReason.ForPerson(stop, Recorder.now(), "an administrator", may));
    }

    void say(UpgradeState now, String what, WaitReason wait) {
        state = now;
        record(what, wait, Optional.empty());
    }

    void say(Word word) {
        say(word.state(), word.sentence(), word.waits());
    }

    /** Of what happened; its state, and what it waits for, stay. */
    void note(String what) {
        record(what, waits, Optional.empty());
    }

    /** The state stays. */
    void say(String what, WaitReason wait) {
        record(what, wait, Optional.empty());
    }

    /** A phase of its maintenance mode begins; the state stays. */
    void say(MaintenancePhase phase, String what, WaitReason wait) {
        record(what, wait, Optional.of(phase));
    }

    private void record(String what, WaitReason wait, Optional<MaintenancePhase> phase) {
        var now = state;
        var helpful =
                Remedy.of(now).stream().filter(it -> !refused.contains(it)).toList();
        waits = (wait.equals(WaitReason.NOTHING) ? cleanup : wait).offering(helpful);
        recorder.record((key, id, at) -> new RunEvent.OfUpgrade(key, id, at, what, waits, now, phase));
    }
}

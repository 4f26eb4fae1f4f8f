package io.mddc.upgrade.workflow;

import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.Remedy;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import io.temporal.workflow.Workflow;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What people, failures and the emergency stop have made of an upgrade, and what it says of that. Commands and signals change
 * it; the course looks at it.
 */
final class UpgradeStanding {
    static final String PERSON = "an operator";

    private final UpgradeVoice voice;
    private final StageRuns stages;
    private Optional<UpgradeVoice.Word> planned = Optional.empty();
    private String stop = "";
    private String pause = "";
    private String sentence = "";
    private boolean paused;
    private boolean rollingBack;
    private boolean aborted;
    private boolean broken;

    UpgradeStanding(UpgradeVoice voice, StageRuns stages) {
        this.voice = voice;
        this.stages = stages;
    }

    void pause(String what) {
        paused = true;
        pause = what;
        voice.waitForPerson(pausing(), what, PERSON);
    }

    /** Returns when a person has resumed it, or has it rolled back; what it was paused for before is not forgotten. */
    void awaitPerson(String why) {
        paused = true;
        planned = Optional.empty();
        voice.waitForPerson(UpgradeState.PAUSED, pause.isEmpty() ? why : pause + " " + why, PERSON);
        Workflow.await(() -> !paused || rollingBack);
    }

    void resume(String what) {
        paused = false;
        pause = "";
        goesOn(what);
        sayStopped();
    }

    void abort(String what) {
        aborted = true;
        sentence = what;
        voice.refuses(Remedy.ABORT, Remedy.ROLLBACK, Remedy.RESUME);
        if (stages.isInWork()) {
            voice.waitForOthers(UpgradeState.RUNNING, what + " Units in work come to a safe end.", "the units in work");
        } else {
            voice.say(UpgradeState.RUNNING, what);
        }
    }

    /** Without a word: it was cancelled from outside. */
    void abort() {
        aborted = true;
    }

    void rollBack(String what) {
        rollingBack = true;
        voice.refuses(Remedy.ROLLBACK);
        planned = Optional.empty();
        paused = false;
        pause = "";
        sentence = what;
        voice.waitForOthers(UpgradeState.RUNNING, what + " Units in work go back first.", "the units that go back");
    }

    /**
     * It waits as it was planned to, for its time or for an approval. Said once, and again when what kept it otherwise meanwhile
     * is over.
     */
    void waits(UpgradeVoice.Word word) {
        boolean isNews =
                planned.filter(it -> it.sentence().equals(word.sentence())).isEmpty();
        planned = Optional.of(word);
        if (isNews && !paused) {
            voice.say(word);
        }
    }

    /** Of what happened while it waited; it goes on waiting. */
    void note(String what) {
        voice.note(what);
    }

    /** What it was planned to wait for has come. */
    void begins(String what) {
        if (!isTurned()) {
            planned = Optional.empty();
            goesOn(what);
            sayStopped();
        }
    }

    /** Returns when neither a person nor the emergency stop keeps it from going on, or when it goes back. */
    void awaitFree() {
        Workflow.await(() -> (!paused && stop.isEmpty()) || rollingBack);
    }

    /** A stage begins no more units, for this reason; who stopped or paused all of it had a better one. */
    void halted(String why, boolean idle) {
        if (!isTurned()) {
            paused = true;
            var said = Stream.of(stop, pause, why)
                    .filter(it -> !it.isEmpty())
                    .findFirst()
                    .orElse(why);
            voice.waitForPerson(
                    idle ? UpgradeState.PAUSED : UpgradeState.PAUSING,
                    idle ? said : said + " Units in work finish.",
                    PERSON);
        }
    }

    /** Nobody is in work any more. */
    void idle() {
        if (isStopped() && voice.state() == UpgradeState.PAUSING) {
            voice.waitForRelease(UpgradeState.PAUSED, stop);
        }
    }

    /**
     * An empty sentence is the release.
     *
     * @return false when it is no news, or too late for it
     */
    boolean stop(String now) {
        boolean isNews = !now.equals(stop) && !aborted;
        stop = now;
        if (isNews && stop.isEmpty()) {
            sayReleased();
        } else if (isNews) {
            sayStopped();
        }
        return isNews;
    }

    /** Not of one that waits for its time: it begins nothing anyway. */
    void sayStopped() {
        if (isStopped() && !isScheduled()) {
            voice.waitForRelease(rollingBack ? UpgradeState.RUNNING : pausing(), stop);
        }
    }

    private void sayReleased() {
        if (!isScheduled()) {
            goesOn("The emergency stop is released.");
        }
    }

    private boolean isScheduled() {
        return planned.filter(it -> it.state() == UpgradeState.SCHEDULED).isPresent();
    }

    /** What a person had paused stays so. */
    private void goesOn(String what) {
        if (paused) {
            voice.waitForPerson(pausing(), what + " It stays paused.", PERSON);
            return;
        }
        planned.ifPresentOrElse(
                word -> voice.say(word.state(), what, word.waits()), () -> voice.say(UpgradeState.RUNNING, what));
        planned.ifPresent(voice::say);
    }

    private UpgradeState pausing() {
        return stages.isInWork() ? UpgradeState.PAUSING : UpgradeState.PAUSED;
    }

    /** Nobody knows how it stands with a part of it: it cannot succeed any more, and no other stage begins. */
    void broken(String why) {
        broken = true;
        sentence = why;
    }

    /** What units that ended so amount to, as it stands. */
    Outcome outcomeOf(Collection<UnitState> ends) {
        return broken && !aborted ? Outcome.FAILED : Outcome.of(aborted, ends);
    }

    boolean isPaused() {
        return paused;
    }

    boolean isStopped() {
        return !stop.isEmpty();
    }

    boolean isRollingBack() {
        return rollingBack;
    }

    boolean isAborted() {
        return aborted;
    }

    boolean isBroken() {
        return broken;
    }

    /** It goes forward no more. */
    boolean isTurned() {
        return aborted || rollingBack;
    }

    /** Why it ends as it does; empty when nothing but its units decides that. */
    String sentence() {
        return sentence;
    }
}

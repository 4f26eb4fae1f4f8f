package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import io.temporal.workflow.Workflow;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What people, failures and the emergency stop have made of an upgrade, and what it says of that. Commands and signals change
 * it; the course looks at it.
 */
final class UpgradeStanding {
    private static final String PERSON = "an operator";

    private final UpgradeVoice voice;
    private final StageRuns stages;
    private final Set<Component> approved = EnumSet.noneOf(Component.class);
    private Optional<Component> awaited = Optional.empty();
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
        voice.say(UpgradeState.RUNNING, what + " Units in work come to a safe end.");
    }

    /** Without a word: it was cancelled from outside. */
    void abort() {
        aborted = true;
    }

    void rollBack(String what) {
        rollingBack = true;
        paused = false;
        pause = "";
        sentence = what;
        voice.say(UpgradeState.RUNNING, what + " Units in work go back first.");
    }

    void approve(Component component, String what) {
        approved.add(component);
        if (paused) {
            voice.waitForPerson(UpgradeState.PAUSED, what, PERSON);
        } else {
            voice.say(UpgradeState.RUNNING, what);
        }
    }

    /** Returns when a person has approved the stage, or has all rolled back. */
    void awaitApproval(Component component) {
        if (!approved.contains(component) && !rollingBack) {
            awaited = Optional.of(component);
            sayAwaited(component);
            Workflow.await(() -> approved.contains(component) || rollingBack);
            awaited = Optional.empty();
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
        if (isStopped() && voice.state() != UpgradeState.SCHEDULED) {
            voice.waitForRelease(rollingBack ? UpgradeState.RUNNING : pausing(), stop);
        }
    }

    private void sayReleased() {
        if (voice.state() != UpgradeState.SCHEDULED) {
            goesOn("The emergency stop is released.");
        }
    }

    /** What a person had paused stays so. */
    void goesOn(String what) {
        if (paused) {
            voice.waitForPerson(pausing(), what + " It stays paused.", PERSON);
        } else {
            voice.say(UpgradeState.RUNNING, what);
            awaited.ifPresent(this::sayAwaited);
        }
    }

    private void sayAwaited(Component component) {
        voice.waitForPerson(UpgradeState.AWAITING_APPROVAL, component.title() + " waits to be approved.", PERSON);
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

    boolean awaitsApprovalOf(Component component) {
        return awaited.filter(component::equals).isPresent() && !approved.contains(component);
    }

    /** Why it ends as it does; empty when nothing but its units decides that. */
    String sentence() {
        return sentence;
    }
}

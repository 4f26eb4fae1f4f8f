package io.mddc.upgrade.workflow;

import static com.google.common.base.Preconditions.checkState;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.run.UpgradeState;

/** The commands of an upgrade: what they are refused for, and what they do. */
final class UpgradeCommands {
    private final UpgradeId upgrade;
    private final UpgradeVoice voice;
    private final StageRuns stages;
    private final UpgradeStanding standing;
    private final UpgradeCourse course;

    UpgradeCommands(
            UpgradeId upgrade, UpgradeVoice voice, StageRuns stages, UpgradeStanding standing, UpgradeCourse course) {
        this.upgrade = upgrade;
        this.voice = voice;
        this.stages = stages;
        this.standing = standing;
        this.course = course;
    }

    void pause(Command command) {
        standing.pause(command.sentence("Paused"));
        stages.tell(StageUpgrade::pause);
    }

    void validatePause(Command command) {
        checkMeant(command);
        checkState(!standing.isPaused(), "Upgrade %s is %s already.", upgrade, voice.state());
        checkState(!standing.isRollingBack(), "Upgrade %s is being rolled back: that is not paused.", upgrade);
    }

    void resume(Command command) {
        standing.resume(command.sentence("Resumed"));
        stages.tell(StageUpgrade::resume);
    }

    void validateResume(Command command) {
        checkMeant(command);
        checkState(standing.isPaused(), "Upgrade %s is %s: it is not paused.", upgrade, voice.state());
    }

    void abort(Command command) {
        standing.abort(command.sentence("Aborted"));
        course.cancel(standing.sentence());
    }

    void validateAbort(Command command) {
        checkMeant(command);
    }

    void rollback(Command command) {
        standing.rollBack(command.sentence("Rolled back"));
        stages.tell(StageUpgrade::goBack);
    }

    void validateRollback(Command command) {
        checkMeant(command);
        checkState(!standing.isRollingBack(), "Upgrade %s is being rolled back already.", upgrade);
    }

    void approveStage(Command command, Component component) {
        course.approvals().approve(component, command.sentence(component.title() + " is approved"));
    }

    void validateApproveStage(Command command, Component component) {
        checkMeant(command);
        checkState(course.approvals().isAwaitedFor(component), "%s does not wait for an approval.", component.title());
    }

    private void checkMeant(Command command) {
        checkState(command.upgrade().equals(upgrade), "This is upgrade %s, not %s.", upgrade, command.upgrade());
        checkState(
                voice.state() != UpgradeState.ENDING && voice.state() != UpgradeState.ENDED,
                "Upgrade %s is %s: nothing is left to command.",
                upgrade,
                voice.state());
        checkState(!standing.isAborted(), "Upgrade %s is being aborted already.", upgrade);
    }
}

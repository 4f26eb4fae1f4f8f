package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.workflow.Workflow;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which stages people have approved, and the one that waits for that. */
final class StageApprovals {
    private final UpgradeStanding standing;
    private final Set<Component> approved = EnumSet.noneOf(Component.class);
    private Optional<Component> awaited = Optional.empty();

    StageApprovals(UpgradeStanding standing) {
        this.standing = standing;
    }

    void approve(Component component, String what) {
        approved.add(component);
        standing.begins(what);
    }

    /** Returns when a person has approved the stage, or has all rolled back. */
    void await(Component component) {
        if (!approved.contains(component) && !standing.isRollingBack()) {
            awaited = Optional.of(component);
            var sentence = component.title() + " waits to be approved.";
            var wait = new WaitReason.ForPerson(sentence, Recorder.now(), UpgradeStanding.PERSON);
            standing.waits(new UpgradeVoice.Word(UpgradeState.AWAITING_APPROVAL, sentence, wait));
            Workflow.await(() -> approved.contains(component) || standing.isRollingBack());
            awaited = Optional.empty();
        }
    }

    boolean isAwaitedFor(Component component) {
        return awaited.filter(component::equals).isPresent() && !approved.contains(component);
    }
}

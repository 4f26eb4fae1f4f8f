package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Looks at a stage again before it begins: the world moved since it was planned. What may be over in a moment is waited for. */
final class Preflight {
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final UpgradeId upgrade;
    private final UpgradeVoice voice;

    Preflight(UpgradeId upgrade, UpgradeVoice voice) {
        this.upgrade = upgrade;
        this.voice = voice;
    }

    /**
     * What is still in its way after as long as a silent host is waited for, for people; empty when it may begin.
     *
     * @param isOver it is not to begin any more
     */
    Optional<String> obstacle(Component component, Policy policy, Functions.Func<Boolean> isOver) {
        var patience = Recorder.now().plus(policy.limits().silentHost());
        var obstacles = look(component);
        while (!obstacles.isEmpty() && !isOver.apply()) {
            var sentence = component.title() + " is not begun: " + String.join(" ", obstacles);
            if (!Recorder.now().isBefore(patience)) {
                return Optional.of(sentence);
            }
            voice.say(sentence, new WaitReason.Until(sentence, Recorder.now(), patience));
            Workflow.await(LOOK, isOver::apply);
            obstacles = look(component);
        }
        return Optional.empty();
    }

    private List<String> look(Component component) {
        return ControlCenter.plans().preflight(upgrade, component);
    }
}

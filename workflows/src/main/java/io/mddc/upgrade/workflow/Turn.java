package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.contract.ClusterState;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.function.BiConsumer;

/**
 * Whether a unit may go: the active instances, read just now, stay at the minimum or above without it, or it is not active
 * anyway. Instances that are down for other reasons count against us.
 */
final class Turn {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final StagePlan stage;
    private final BiConsumer<String, WaitReason> say;
    private final ClusterState cluster = ControlCenter.cluster();

    Turn(StagePlan stage, BiConsumer<String, WaitReason> say) {
        this.stage = stage;
        this.say = say;
    }

    /** Waits until the instance may go. */
    void await(InstanceId instance) {
        var since = Recorder.now();
        var pause = FIRST_PAUSE;
        var active = read();
        while (!mayGo(instance, active)) {
            if (pause.equals(FIRST_PAUSE)) {
                var sentence = waits(instance, active);
                say.accept(sentence, new WaitReason.ForPerson(sentence, since, "an administrator of the cluster"));
            }
            Workflow.newTimer(
                            pause,
                            TimerOptions.newBuilder()
                                    .setSummary("until enough instances are active")
                                    .build())
                    .get();
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            active = read();
        }
    }

    private ClusterState.Active read() {
        try {
            return cluster.active(stage.component());
        } catch (ActivityFailure failure) {
            if (failure.getCause() instanceof CanceledFailure cancelled) {
                throw cancelled;
            }
            throw failure;
        }
    }

    private boolean mayGo(InstanceId instance, ClusterState.Active active) {
        boolean serves = active.instances().contains(instance);
        return !serves || active.instances().size() - 1 >= stage.minimumActive();
    }

    private String waits(InstanceId instance, ClusterState.Active active) {
        var silent = active.silentHosts().isEmpty() ? "" : "; silent: " + String.join(", ", active.silentHosts());
        return "%s waits: %d instances of %s are active and %d must stay%s."
                .formatted(
                        instance, active.instances().size(), stage.component().title(), stage.minimumActive(), silent);
    }
}

package io.mddc.upgrade.workflow;

import static com.google.common.collect.Comparators.max;
import static com.google.common.collect.Comparators.min;

import io.mddc.upgrade.contract.ClusterState.Place;
import io.mddc.upgrade.plan.Maintenance;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A moment without submissions before the gateways are closed, as the policy wants it. */
final class QuietMoment {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);

    private final Maintenance.Quiet quiet;
    private final UpgradeVoice voice;
    private final Surroundings around;

    QuietMoment(Maintenance.Quiet quiet, UpgradeVoice voice, Surroundings around) {
        this.quiet = quiet;
        this.voice = voice;
        this.around = around;
    }

    /** Returns when there was one, or when it is not waited for any longer. */
    void await(List<Place> gateways) {
        if (quiet.kind() == Maintenance.Kind.NONE) {
            return;
        }
        var began = Recorder.now();
        say(began);
        while (true) {
            var left = quiet.time().minus(around.quietFor(gateways));
            boolean isEnough = left.isNegative() || left.isZero();
            boolean isOver =
                    quiet.kind() == Maintenance.Kind.PREFER && !Recorder.now().isBefore(began.plus(quiet.time()));
            if (isEnough || isOver) {
                return;
            }
            Workflow.newTimer(
                            within(left),
                            TimerOptions.newBuilder()
                                    .setSummary("a moment without submissions")
                                    .build())
                    .get();
        }
    }

    private void say(Instant began) {
        var sentence = "A moment of %s without submissions is waited for before the gateways are closed."
                .formatted(quiet.time());
        var wait = quiet.kind() == Maintenance.Kind.PREFER
                ? new WaitReason.Until(sentence, began, began.plus(quiet.time()))
                : new WaitReason.ForPerson(sentence, began, "whoever sends files, or an operator who aborts");
        voice.say(MaintenancePhase.QUIET, sentence, wait);
    }

    private static Duration within(Duration left) {
        return min(max(left, LOOK), LONGEST_LOOK);
    }
}

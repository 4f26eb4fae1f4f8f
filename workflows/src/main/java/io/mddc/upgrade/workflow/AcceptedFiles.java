package io.mddc.upgrade.workflow;

import static com.google.common.collect.Comparators.min;
import static java.util.stream.Collectors.joining;

import io.mddc.upgrade.contract.ClusterState.Place;
import io.mddc.upgrade.contract.DrainOutcome;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.WaitReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The files that were accepted before the gateways closed: they are finished before the Cores are stopped. */
final class AcceptedFiles {
    private final Policy policy;
    private final UpgradeVoice voice;
    private final Surroundings around;

    AcceptedFiles(Policy policy, UpgradeVoice voice, Surroundings around) {
        this.policy = policy;
        this.voice = voice;
        this.around = around;
    }

    /** Twice, because a Core that was seen idle may have taken one of the last files since. */
    void finish(List<Place> cores) {
        var deadline = Recorder.now().plus(policy.maintenance().finish());
        var sentence = "Accepted files are finished; new ones are refused.";
        voice.say(MaintenancePhase.FINISHING, sentence, new WaitReason.Until(sentence, Recorder.now(), deadline));
        var rules = policy.drain();
        var slice = rules.slice();
        long finished = -1;
        while (true) {
            // The second look needs no time of its own: what was taken meanwhile is in work now, or counts as finished.
            var confirm = finished < 0 ? rules.idleConfirm() : Duration.ZERO;
            var outcomes = around.drain(cores, slice, confirm, deadline);
            slice = min(slice.multipliedBy(2), rules.longestSlice());
            long now = outcomes.stream().mapToLong(AcceptedFiles::finished).sum();
            boolean areIdle = outcomes.stream().allMatch(DrainOutcome.Drained.class::isInstance);
            if (areIdle && now == finished) {
                return;
            }
            finished = areIdle ? now : -1;
            sayLeft(cores, outcomes, deadline);
        }
    }

    private void sayLeft(List<Place> cores, List<DrainOutcome> outcomes, Instant deadline) {
        var left = IntStream.range(0, cores.size())
                .mapToObj(i -> left(cores.get(i), outcomes.get(i)))
                .filter(what -> !what.isEmpty())
                .collect(joining("; "));
        if (!Recorder.now().isBefore(deadline)) {
            throw new StepFailed("accepted files are not finished after %s: %s."
                    .formatted(policy.maintenance().finish(), left));
        }
        if (!left.isEmpty()) {
            var sentence = "Accepted files are finished: " + left + ".";
            voice.say(sentence, new WaitReason.Until(sentence, Recorder.now(), deadline));
        }
    }

    private static String left(Place core, DrainOutcome outcome) {
        return outcome.fold(
                drained -> "",
                busy -> core.instance() + ": " + busy.left().sentence(),
                unknown -> core.instance() + ": " + unknown.sentence());
    }

    private static long finished(DrainOutcome outcome) {
        return outcome.fold(DrainOutcome.Drained::finished, busy -> 0L, unknown -> 0L);
    }
}

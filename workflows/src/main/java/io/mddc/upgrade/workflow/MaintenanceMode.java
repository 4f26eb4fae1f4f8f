package io.mddc.upgrade.workflow;

import static com.google.common.collect.Comparators.max;
import static com.google.common.collect.Comparators.min;
import static java.util.stream.Collectors.joining;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.contract.ClusterState.Place;
import io.mddc.upgrade.contract.DrainOutcome;
import io.mddc.upgrade.plan.Maintenance;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.Remedy;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The bracket around a stage that takes the whole system down:
 *
 * <ol>
 *   <li>a moment without submissions, as the policy wants it;
 *   <li>the gateways are closed: they stay up and refuse files and downloads, over their restart too;
 *   <li>what was accepted finishes: every Core idle twice, and nothing finished in between;
 *   <li>the Cores are stopped, so no new file can exist;
 *   <li>the stage;
 *   <li>the Cores are started;
 *   <li>files of known verdict go the whole way, through a gateway that is still closed;
 *   <li>the gateways are opened.
 * </ol>
 *
 * What cannot be taken down is opened again, and the stage is not begun. After the stage the last three are done whatever was
 * cancelled; when they fail, or a unit is in an unknown state, the system stays closed and a person is named.
 */
final class MaintenanceMode {
    private static final String PERSON = "an administrator of the cluster";
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);

    private final UpgradeId upgrade;
    private final Policy policy;
    private final UpgradeVoice voice;
    private final Surroundings around;
    private boolean isEntered;

    MaintenanceMode(UpgradeId upgrade, Policy policy, UpgradeVoice voice) {
        this.upgrade = upgrade;
        this.policy = policy;
        this.voice = voice;
        this.around = new Surroundings(upgrade, policy, this::saySilent);
    }

    /** Takes the system down; false when that could not be done, or was cancelled: then it is open again. */
    boolean enter(Component component) {
        try {
            close(component);
            return true;
        } catch (StepFailed no) {
            voice.say("%s is not begun: %s".formatted(component.title(), no.sentence()), WaitReason.NOTHING);
        } catch (CanceledFailure stopped) {
            voice.say(component.title() + " is not begun: the upgrade stops.", WaitReason.NOTHING);
        }
        return false;
    }

    /**
     * Opens the system if it was closed, whatever is cancelled. Returns whether it is open.
     *
     * @param isFit every unit is in a known state
     */
    boolean leave(boolean isFit) {
        CompletablePromise<Boolean> isOpen = Workflow.newPromise();
        Workflow.newDetachedCancellationScope(() -> isOpen.complete(open(isFit)))
                .run();
        return isOpen.get();
    }

    /** For one that was left in it by a workflow that runs no longer. Returns whether the system is open. */
    boolean leave() {
        isEntered = true;
        return leave(true);
    }

    private void close(Component component) {
        var gateways = around.of(Component.API_GATEWAY);
        var cores = around.of(Component.CORE);
        awaitQuiet(gateways);
        isEntered = true;
        var reason = component.title() + " is upgraded";
        say(
                MaintenancePhase.CLOSING,
                "The gateways are closed: they refuse files until " + reason + ".",
                around.patience());
        around.each(gateways, gateway -> around.close(gateway, reason));
        finish(cores);
        say(MaintenancePhase.STOPPING, "Every accepted file is finished: the Cores are stopped.", around.patience());
        around.each(cores, around::stop);
        var closed = "The system is closed, no new file can exist: " + component.title() + " may be upgraded.";
        voice.say(
                MaintenancePhase.CLOSED,
                closed,
                new WaitReason.ForOthers(closed, Recorder.now(), "the units of " + component.title()));
    }

    private void awaitQuiet(List<Place> gateways) {
        var quiet = policy.maintenance().quiet();
        if (quiet.kind() == Maintenance.Kind.NONE) {
            return;
        }
        var began = Recorder.now();
        sayQuiet(quiet, began);
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

    private void sayQuiet(Maintenance.Quiet quiet, Instant began) {
        var sentence = "A moment of %s without submissions is waited for before the gateways are closed."
                .formatted(quiet.time());
        var wait = quiet.kind() == Maintenance.Kind.PREFER
                ? new WaitReason.Until(sentence, began, began.plus(quiet.time()))
                : new WaitReason.ForPerson(sentence, began, "whoever sends files, or an operator who aborts");
        voice.say(MaintenancePhase.QUIET, sentence, wait);
    }

    /** Twice, because a Core that was seen idle may have taken one of the last files since. */
    private void finish(List<Place> cores) {
        var deadline = Recorder.now().plus(policy.maintenance().finish());
        say(MaintenancePhase.FINISHING, "Accepted files are finished; new ones are refused.", deadline);
        var rules = policy.drain();
        var slice = rules.slice();
        long finished = -1;
        while (true) {
            // The second look needs no time of its own: what was taken meanwhile is in work now, or counts as finished.
            var confirm = finished < 0 ? rules.idleConfirm() : Duration.ZERO;
            var outcomes = around.drain(cores, slice, confirm, deadline);
            slice = min(slice.multipliedBy(2), rules.longestSlice());
            long now = outcomes.stream().mapToLong(MaintenanceMode::finished).sum();
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

    private boolean open(boolean isFit) {
        if (!isEntered) {
            return true;
        }
        if (!isFit) {
            return stayClosed("nobody knows what became of every unit");
        }
        try {
            var cores = around.of(Component.CORE);
            say(MaintenancePhase.STARTING, "The Cores are started.", around.patience());
            around.start(cores).forEach(this::nameAPerson);
            var gateways = around.of(Component.API_GATEWAY);
            say(
                    MaintenancePhase.CHECKING,
                    "A file of known verdict goes through the whole system before it is opened.",
                    around.patience());
            var checked = around.check(gateways);
            say(MaintenancePhase.OPENING, checked + " The gateways are opened.", around.patience());
            around.open(gateways).forEach(this::nameAPerson);
            voice.say(MaintenancePhase.OPEN, "The system is open again.", WaitReason.NOTHING);
            return true;
        } catch (StepFailed failed) {
            return stayClosed(failed.sentence());
        }
    }

    private boolean stayClosed(String why) {
        var sentence = "The system stays closed, gateways refuse files: %s Repair it, then reopen upgrade %s."
                .formatted(ended(why), upgrade);
        var may = List.of(Remedy.REOPEN);
        voice.say(
                MaintenancePhase.STAYS_CLOSED,
                sentence,
                new WaitReason.ForPerson(sentence, Recorder.now(), PERSON, may));
        return false;
    }

    private static String ended(String why) {
        return why.endsWith(".") ? why : why + ".";
    }

    private void nameAPerson(String sentence) {
        voice.say(sentence, new WaitReason.ForPerson(sentence, Recorder.now(), PERSON));
    }

    private void say(MaintenancePhase phase, String sentence, Instant deadline) {
        voice.say(phase, sentence, new WaitReason.Until(sentence, Recorder.now(), deadline));
    }

    private void saySilent(Place place, Instant since) {
        var sentence = "%s does not answer since %s: its worker must run.".formatted(place.host(), since);
        voice.say(sentence, new WaitReason.ForPerson(sentence, since, "the administrator of " + place.host()));
    }

    private static Duration within(Duration left) {
        return min(max(left, LOOK), LONGEST_LOOK);
    }
}

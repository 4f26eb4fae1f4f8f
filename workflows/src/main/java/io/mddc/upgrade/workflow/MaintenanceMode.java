package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.contract.ClusterState.Place;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.Remedy;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;

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
        new QuietMoment(policy.maintenance().quiet(), voice, around).await(gateways);
        isEntered = true;
        var reason = component.title() + " is upgraded";
        say(
                MaintenancePhase.CLOSING,
                "The gateways are closed: they refuse files until " + reason + ".",
                around.patience());
        around.each(gateways, gateway -> around.close(gateway, reason));
        new AcceptedFiles(policy, voice, around).finish(cores);
        say(MaintenancePhase.STOPPING, "Every accepted file is finished: the Cores are stopped.", around.patience());
        around.each(cores, around::stop);
        var closed = "The system is closed, no new file can exist: " + component.title() + " may be upgraded.";
        voice.say(
                MaintenancePhase.CLOSED,
                closed,
                new WaitReason.ForOthers(closed, Recorder.now(), "the units of " + component.title()));
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
}

package io.mddc.upgrade.workflow;

import static com.google.common.base.Preconditions.checkState;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.contract.InstallOutcome;
import io.mddc.upgrade.contract.Observed;
import io.mddc.upgrade.contract.Uploaded;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.Remedy;
import io.mddc.upgrade.run.UnitEvent;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An install by a person: they are shown the command, and their word that it has ended is compared with what the host shows. As
 * long as it shows the former version nothing was done, so the unit may still be stopped.
 */
final class Attended {
    private final UnitOrder order;
    private final UnitProgress progress;
    private final UnitWords words;
    private String instruction = "";
    private Optional<Observed> before = Optional.empty();
    private boolean waits;
    private boolean confirmed;

    Attended(UnitOrder order, UnitProgress progress) {
        this.order = order;
        this.progress = progress;
        this.words = new UnitWords(order.plan());
    }

    /** What the person is asked to do. */
    WaitReason ask(FiveSteps steps, Uploaded uploaded) {
        before = Optional.of(steps.observe());
        waits = true;
        instruction = uploaded.byHand()
                .map(words::byHand)
                .orElseGet(() -> "Install %s on %s, then confirm it."
                        .formatted(plan().target().fileName(), plan().host()));
        return person(instruction);
    }

    /**
     * Returns when the host shows the target. Throws {@link StepFailed} with {@link UnitEvent#NOT_BEGUN} when it was stopped
     * before anybody installed anything.
     */
    InstallOutcome.Installed await(FiveSteps steps, Functions.Func<Boolean> isStopped) {
        while (true) {
            Workflow.await(() -> confirmed || isStopped.apply());
            confirmed = false;
            var seen = steps.observe();
            waits = !shows(seen, plan().to()) && !isStopped.apply();
            if (shows(seen, plan().to())) {
                return installed(before.orElseThrow(), seen);
            }
            if (!waits) {
                throw stopped(seen);
            }
            var shown = "%s, not %s. ".formatted(words.shows(seen), plan().to());
            progress.say(shown + instruction, person(shown + instruction));
        }
    }

    void confirm(Command command) {
        confirmed = true;
        progress.note(command.sentence(plan().instance() + " is said to be installed"));
    }

    void validateConfirm(Command command) {
        order.checkMeant(command);
        checkState(waits, "%s is %s: it waits for no person to install anything.", plan().instance(), progress.state());
    }

    private StepFailed stopped(Observed seen) {
        return shows(seen, plan().from())
                ? new StepFailed(UnitEvent.NOT_BEGUN, plan().instance() + " stops here: nobody had installed anything.")
                : new StepFailed(
                        "%s was stopped while somebody installed: %s.".formatted(plan().instance(), words.shows(seen)));
    }

    private static InstallOutcome.Installed installed(Observed before, Observed after) {
        return new InstallOutcome.Installed(
                before.at().orElse(Instant.EPOCH),
                after.at().orElse(Instant.EPOCH),
                before.moment(),
                after.needsReboot().filter(why -> before.needsReboot().isEmpty()));
    }

    private static boolean shows(Observed seen, Version version) {
        return seen.instance().installed().filter(version::equals).isPresent();
    }

    private WaitReason person(String sentence) {
        return new WaitReason.ForPerson(
                sentence,
                Recorder.now(),
                "an administrator of " + plan().host(),
                List.of(Remedy.CONFIRM_INSTALLED, Remedy.ABORT));
    }

    private UnitPlan plan() {
        return order.plan();
    }
}

package io.mddc.upgrade.workflow;

import static com.google.common.collect.Comparators.min;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.contract.DrainOutcome;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.Policy.PastLimit;
import io.mddc.upgrade.run.Remedy;
import io.mddc.upgrade.run.UnitEvent;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Waits until an isolated instance has no work: in slices on the host, the limit being a deadline of the workflow. What happens
 * past it is policy; a person may decide before, and while being asked. It drains on all the while.
 */
final class Draining {
    private final InstanceId instance;
    private final Policy.Drain rules;
    private final UnitProgress progress;
    private final Slice slices;
    private final PastLimit whenPassed;
    private Instant deadline = Instant.MAX;
    private Optional<PastLimit> said = Optional.empty();
    private CancellationScope slice = Workflow.newCancellationScope(() -> {});
    private String left = "";
    private boolean isUnderWay;

    /**
     * @param whenPassed what happens at the deadline
     */
    Draining(InstanceId instance, Policy.Drain rules, PastLimit whenPassed, UnitProgress progress, Slice slices) {
        this.instance = instance;
        this.rules = rules;
        this.whenPassed = whenPassed;
        this.progress = progress;
        this.slices = slices;
    }

    /** One wait on the host. */
    interface Slice {
        DrainOutcome drainFor(Duration length, Instant deadline);
    }

    /** How it went on. */
    enum End {
        DRAINED,
        RETURN,
        FAIL_FILES
    }

    End await(Instant until) {
        isUnderWay = true;
        try {
            return drain(until);
        } finally {
            isUnderWay = false;
        }
    }

    boolean isUnderWay() {
        return isUnderWay;
    }

    private End drain(Instant until) {
        deadline = until;
        said = Optional.empty();
        var length = rules.slice();
        while (true) {
            if (said.isPresent()) {
                var end = obey(said.get());
                if (end.isPresent()) {
                    return end.get();
                }
            } else if (!Recorder.now().isBefore(deadline)) {
                pass();
            } else if (drainFor(min(length, Duration.between(Recorder.now(), deadline)))) {
                return End.DRAINED;
            }
            length = min(length.multipliedBy(2), rules.longestSlice());
        }
    }

    /** A person decides; what is being waited for is waited for no longer. */
    void say(PastLimit decision) {
        said = Optional.of(decision);
        slice.cancel("a person decided");
    }

    void extend(Duration by) {
        if (progress.state() == UnitState.ASKING) {
            deadline = Recorder.now().plus(by);
            progress.on(UnitEvent.EXTEND, instance + " may go on draining.", until(instance + " drains."));
        } else {
            deadline = deadline.plus(by);
        }
        slice.cancel("the deadline moved");
    }

    /** The files it still has, by name. */
    String left() {
        return left;
    }

    private Optional<End> obey(PastLimit decision) {
        said = Optional.empty();
        if (decision == PastLimit.RETURN) {
            return Optional.of(End.RETURN);
        }
        if (decision == PastLimit.FAIL_FILES) {
            return Optional.of(End.FAIL_FILES);
        }
        deadline = Recorder.now();
        extend(rules.limit());
        return Optional.empty();
    }

    /** The deadline has passed: the policy decides, or a person is asked, or was and did not answer. */
    private void pass() {
        if (progress.state() == UnitState.ASKING) {
            said = Optional.of(PastLimit.RETURN);
        } else if (whenPassed == PastLimit.ASK) {
            deadline = Recorder.now().plus(rules.answerWithin());
            var question = "%s still has files after %s of draining: %s. Extend, return or fail them?"
                    .formatted(instance, rules.limit(), left);
            progress.on(UnitEvent.ASK, question, until(question + " Without an answer it returns."));
        } else {
            said = Optional.of(whenPassed);
        }
    }

    private boolean drainFor(Duration length) {
        var outcome = Workflow.<DrainOutcome>newPromise();
        slice = Workflow.newCancellationScope(() -> outcome.complete(slices.drainFor(length, deadline)));
        try {
            slice.run();
        } catch (CanceledFailure cancelled) {
            if (CancellationScope.current().isCancelRequested()) {
                throw cancelled;
            }
            return false;
        }
        return isDrained(outcome.get());
    }

    private boolean isDrained(DrainOutcome outcome) {
        if (outcome instanceof DrainOutcome.Drained) {
            return true;
        }
        left = outcome.fold(done -> "", busy -> busy.left().named(), DrainOutcome.Unknown::sentence);
        var sentence = instance + " drains: "
                + outcome.fold(done -> "", busy -> busy.left().sentence(), DrainOutcome.Unknown::sentence);
        if (progress.state() != UnitState.ASKING) {
            progress.say(sentence, until(sentence));
        }
        return false;
    }

    /** On its way back an instance cannot return to work. */
    private WaitReason until(String sentence) {
        var may = progress.state() == UnitState.ROLLING_BACK
                ? List.of(Remedy.EXTEND_DRAIN, Remedy.ANSWER)
                : Remedy.of(progress.state());
        return new WaitReason.Until(sentence, progress.entered(), deadline, may);
    }
}

package io.mddc.upgrade.workflow;

import static java.util.stream.Collectors.joining;

import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.contract.MaintenanceOrders;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.plan.StageHook;
import io.mddc.upgrade.run.Remedy;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Hooks of one kind, run on all hosts of a stage at once and waited for. While it lasts the stage is recorded to be in it. */
final class HookRound {
    private static final List<Remedy> MAY = List.of(Remedy.ABORT);

    private final StageVoice voice;
    private final Policy policy;
    private final MaintenanceOrders.OfStage stage;
    private final Function<StageHook, OperationId> operations;
    private final CancellationScope whole = CancellationScope.current();

    /**
     * @param stage what the programs are told
     */
    HookRound(
            StageVoice voice,
            Policy policy,
            MaintenanceOrders.OfStage stage,
            Function<StageHook, OperationId> operations) {
        this.voice = voice;
        this.policy = policy;
        this.stage = stage;
        this.operations = operations;
    }

    /** Why it failed. */
    record Failed(StageHook hook, String why) {
        String sentence() {
            return hook.host() + ": " + (why.endsWith(".") ? why : why + ".");
        }
    }

    /** Those that failed. */
    List<Failed> run(List<StageHook> hooks) {
        var kind = hooks.get(0).hook();
        var what = "The %s hook of %s".formatted(kind.key(), voice.title());
        var where = hooks.stream().map(hook -> hook.host().value()).collect(joining(", "));
        var sentence = "%s runs on %s.".formatted(what, where);
        var since = Recorder.now();
        voice.say(
                kind,
                sentence,
                new WaitReason.Until(sentence, since, since.plus(policy.limits().install()), MAY));
        try {
            var failures = Surroundings.all(hooks, this::run).stream()
                    .flatMap(Optional::stream)
                    .toList();
            voice.say(failures.isEmpty() ? "%s has run on %s.".formatted(what, where) : sentence(failures));
            return failures;
        } catch (CanceledFailure stopped) {
            voice.say(what + " is no longer waited for: the upgrade stops.");
            throw stopped;
        }
    }

    static String sentence(List<Failed> failures) {
        return failures.stream().map(Failed::sentence).collect(joining(" "));
    }

    private Optional<Failed> run(StageHook hook) {
        var host = new OnHost(hook.host(), policy.limits(), whole, since -> saySilent(hook, since));
        try {
            HookCall.run(
                    host,
                    () -> new MaintenanceOrders.RunHook(
                            operations.apply(hook), hook.hook(), Step.STAGE, Optional.of(stage)),
                    policy.limits().install());
            return Optional.empty();
        } catch (StepFailed failed) {
            return Optional.of(new Failed(hook, failed.sentence()));
        }
    }

    private void saySilent(StageHook hook, Instant since) {
        var sentence = "%s does not answer since %s: its worker must run.".formatted(hook.host(), since);
        var person = "the administrator of " + hook.host();
        voice.say(hook.hook(), sentence, new WaitReason.ForPerson(sentence, since, person, MAY));
    }
}

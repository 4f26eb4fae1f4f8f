package io.mddc.upgrade.workflow;

import io.mddc.upgrade.contract.ClusterHold.Touched;
import io.mddc.upgrade.contract.HostOrders;
import io.mddc.upgrade.contract.Observed;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.run.WaitReason;
import io.mddc.upgrade.workflow.OnHost.Call;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.time.Duration;
import java.time.Instant;

/**
 * Looks at each instance that the upgrade touched: one of our isolations on a fit instance is released, on any other it is
 * handed to a person by name. A host that stays silent is waited for only so long. Then the cluster is given back.
 */
public final class CleanupImpl implements Cleanup {
    private static final Duration LOOK = Duration.ofMinutes(1);

    private final CleanupOrder order;
    private final UpgradeVoice voice;

    @WorkflowInit
    public CleanupImpl(CleanupOrder order) {
        this.order = order;
        this.voice = new UpgradeVoice(new Recorder(order.upgrade()), UpgradeState.ENDING);
    }

    @Override
    public void run(CleanupOrder same) {
        var hold = ControlCenter.hold();
        var outline = ControlCenter.plans().outline(order.upgrade());
        var policy = outline.policy();
        voice.cleansUp(policy.limits().silentHost());
        if (outline.stages().stream().anyMatch(policy::needsMaintenance)
                && hold.maintenance(order.upgrade()).isInForce()) {
            new MaintenanceMode(order.upgrade(), policy, voice).leave();
        }
        var visits = hold.touched(order.upgrade()).stream()
                .map(touched -> Async.procedure(() -> visit(touched, policy)))
                .toList();
        Promise.allOf(visits).get();
        hold.giveBack(order.upgrade(), order.outcome(), order.sentence());
        Workflow.setCurrentDetails(order.sentence());
    }

    private void visit(Touched touched, Policy policy) {
        var giveUp = Recorder.now().plus(policy.limits().silentHost());
        var host = new OnHost(
                touched.host(),
                policy.limits(),
                CancellationScope.current(),
                since -> sayUntil(touched, since, giveUp));
        try {
            var seen = host.observe(touched.instance(), giveUp);
            if (seen.instance().isolatedBy().equals(WorkflowIds.ofUpgrade(order.upgrade()))) {
                release(touched, seen, new Release(host, policy, giveUp));
            }
        } catch (StepFailed failed) {
            handOver(touched, failed.sentence());
        }
    }

    private void release(Touched touched, Observed seen, Release release) {
        if (touched.keptOut() || !seen.isFit()) {
            handOver(touched, seen.standing());
            return;
        }
        var eligible = release.policy().limits().eligible();
        var wanted = new HostOrders.Rejoin(touched.instance(), order.upgrade(), eligible);
        var rejoined = release.host()
                .change(new Call<>(
                        "rejoin " + touched.instance(),
                        wanted.longest().plus(LOOK),
                        release.giveUp(),
                        on -> on.rejoin(wanted)));
        if (!rejoined.eligible()) {
            handOver(touched, rejoined.sentence());
        }
    }

    private void sayUntil(Touched touched, Instant since, Instant giveUp) {
        var sentence =
                touched.host() + " does not answer since " + since + "; " + touched.instance() + " is not looked at.";
        voice.say(sentence, new WaitReason.Until(sentence, since, giveUp));
    }

    private void handOver(Touched touched, String why) {
        var sentence = "%s on %s is left to a person: %s".formatted(touched.instance(), touched.host(), why);
        var person = "an administrator of " + touched.host();
        voice.say(sentence, new WaitReason.ForPerson(sentence, Recorder.now(), person));
    }

    /** How one host is given its instance back. */
    private record Release(OnHost host, Policy policy, Instant giveUp) {}
}

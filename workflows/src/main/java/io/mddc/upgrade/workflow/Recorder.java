package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.contract.RunLog;
import io.mddc.upgrade.run.Remedy;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says what a workflow is about to do or has done: to the run log, and in the Temporal Web UI. Every line has a key made from
 * the workflow and a count, so a replay or a repeat adds nothing. Works in a cancelled workflow too.
 */
final class Recorder {
    private final UpgradeId upgrade;
    private final RunLog log = Workflow.newLocalActivityStub(
            RunLog.class,
            LocalActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofSeconds(10))
                    .setRetryOptions(RetryOptions.newBuilder()
                            .setInitialInterval(Duration.ofMillis(200))
                            .setMaximumInterval(Duration.ofSeconds(5))
                            .build())
                    .build());
    private int lines;

    Recorder(UpgradeId upgrade) {
        this.upgrade = upgrade;
    }

    /** What varies from line to line; the rest is the workflow's. */
    interface Line {
        RunEvent event(String key, UpgradeId upgrade, Instant at);
    }

    void record(Line line) {
        var info = Workflow.getInfo();
        lines++;
        var key = info.getWorkflowId() + "/" + info.getFirstExecutionRunId() + "/" + lines;
        var event = line.event(key, upgrade, now());
        Workflow.setCurrentDetails(details(event));
        Workflow.newDetachedCancellationScope(() -> log.record(event)).run();
    }

    /** Workflow time: the same in every replay. */
    static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }

    private static String details(RunEvent event) {
        var wait = event.waitReason();
        if (wait.equals(WaitReason.NOTHING)) {
            return event.sentence();
        }
        var waits = event.sentence() + "\n\n**Waits:** " + wait.sentence() + "\n\n" + bounds(wait);
        return wait.may().isEmpty() ? waits : waits + "\n\n**You may:** " + words(wait.may());
    }

    private static String bounds(WaitReason wait) {
        if (wait instanceof WaitReason.Until until) {
            return "since %s, until %s".formatted(until.since(), until.deadline());
        }
        if (wait instanceof WaitReason.ForOthers others) {
            return "since %s, for %s".formatted(others.since(), others.others());
        }
        return wait instanceof WaitReason.ForPerson person
                ? "since %s, for %s".formatted(person.since(), person.person())
                : "";
    }

    private static String words(List<Remedy> may) {
        return may.stream().map(Remedy::command).collect(Collectors.joining(", "));
    }
}

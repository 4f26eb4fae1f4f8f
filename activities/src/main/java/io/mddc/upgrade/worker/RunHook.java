package io.mddc.upgrade.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.contract.HookOutcome;
import io.mddc.upgrade.contract.MaintenanceOrders;
import io.mddc.upgrade.protocol.PermitRequest;
import io.mddc.upgrade.worker.installer.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the program of an administrator as an installer is run: detached, under the host's lock, once per operation id. */
final class RunHook {
    /** There is no package database to repair: closing the journal is all. */
    private static final List<String> NOTHING = List.of("true");

    private final LocalInstances instances;
    private final Installation installation;
    private final DetachedRuns runs;

    RunHook(LocalInstances instances, Installation installation, DetachedRuns runs) {
        this.instances = instances;
        this.installation = installation;
        this.runs = runs;
    }

    /**
     * What an administrator configured for a hook.
     *
     * @param limit after it the program is stopped, which counts as failed
     */
    record Program(List<String> command, Duration limit) {
        Sha256 digest() {
            return new Sha256(Hashing.sha256()
                    .hashString(String.join("\0", command), UTF_8)
                    .toString());
        }
    }

    HookOutcome run(MaintenanceOrders.RunHook order) {
        var instance = instances.get(order.operation().instance());
        var program = Optional.ofNullable(instance.hooks().get(order.hook()));
        return program.map(it -> run(order, it)).orElse(HookOutcome.SUCCEEDED);
    }

    private HookOutcome run(MaintenanceOrders.RunHook order, Program program) {
        var operation = order.operation();
        if (!runs.isBegun(operation)) {
            runs.waitForOthers(operation);
            runs.begin(
                    new PermitRequest(operation, order.step(), Optional.empty()),
                    new DetachedRuns.Run(program.digest(), arguments(order, program), program.limit()));
        }
        return outcome(order, program, runs.await(operation, program.limit(), NOTHING));
    }

    /** Around a stage it is told what it is about, by its environment. */
    private static List<String> arguments(MaintenanceOrders.RunHook order, Program program) {
        if (order.stage().isEmpty()) {
            return program.command();
        }
        var stage = order.stage().get();
        var arguments = new ArrayList<>(
                List.of("env", "MDDC_UPGRADE=" + order.operation().upgrade(), "MDDC_STAGE=" + stage.component()));
        stage.outcome().ifPresent(outcome -> arguments.add("MDDC_OUTCOME=" + outcome));
        arguments.addAll(program.command());
        return List.copyOf(arguments);
    }

    private HookOutcome outcome(MaintenanceOrders.RunHook order, Program program, Journal journal) {
        if (journal.end().isEmpty()) {
            return new HookOutcome(true, said(order, "died without an exit status"));
        }
        var end = journal.end().get();
        if (end.stoppedByLimit()) {
            return new HookOutcome(false, said(order, "was stopped after its limit of " + program.limit()));
        }
        return end.exitStatus() == 0
                ? HookOutcome.SUCCEEDED
                : new HookOutcome(false, said(order, "ended with " + end.exitStatus()));
    }

    private String said(MaintenanceOrders.RunHook order, String what) {
        return "the %s hook of %s %s; its last words: %s"
                .formatted(
                        order.hook().key(),
                        order.operation().instance(),
                        what,
                        installation.journal().lastWords(order.operation()));
    }
}

package io.mddc.upgrade.workflow;

import static java.util.stream.Collectors.joining;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.run.DocumentedTable;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitEvent;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Prints which command is taken in which state into docs/design.md with {@code -Dwrite=true}; fails when the committed table is
 * old. An upgrade is brought into each state and given each command; what a unit takes is read from its state machine.
 */
@Timeout(300)
class CommandTableTest {
    private static final List<UpgradeState> COLUMNS = List.of(
            UpgradeState.RUNNING,
            UpgradeState.PAUSING,
            UpgradeState.PAUSED,
            UpgradeState.AWAITING_APPROVAL,
            UpgradeState.ENDED);

    /** A command as REST names it, and what its row says of a state. */
    private record Row<S>(String command, Function<S, String> cell) {
        private String text(List<S> states) {
            return line(command, states.stream().map(cell));
        }
    }

    @Test
    void theDocumentShowsTheTableOfTheCode() {
        new DocumentedTable("command table").check(tables(), CommandTableTest.class);
    }

    private static String tables() {
        return table(COLUMNS, onUpgrade()) + "\n" + table(List.of(UnitState.values()), onUnit());
    }

    private static <S> String table(List<S> states, List<Row<S>> rows) {
        var head = Stream.of(
                line("command", states.stream().map(String::valueOf)), "|---".repeat(states.size() + 1) + "|");
        return Stream.concat(head, rows.stream().map(row -> row.text(states))).collect(joining("\n", "", "\n"));
    }

    private static String line(String first, Stream<String> cells) {
        return Stream.concat(Stream.of(first), cells).collect(joining(" | ", "| ", " |"));
    }

    private static List<Row<UpgradeState>> onUpgrade() {
        var why = UpgradeRun.command("");
        return List.of(
                tried("pause", run -> run.workflow().pause(why)),
                tried("resume", run -> run.workflow().resume(why)),
                tried("abort", run -> run.workflow().abort(why)),
                tried("rollback", run -> run.workflow().rollback(why)),
                tried("approve", CommandTableTest::approve),
                tried("concurrency", run -> run.stage().concurrency(new Command.Concurrency(why, 2))));
    }

    private static List<Row<UnitState>> onUnit() {
        return List.of(
                new Row<>("retry", state -> mark(state.allows(UnitEvent.RETRY))),
                new Row<>("skip", state -> mark(state.allows(UnitEvent.SKIP))),
                new Row<>("extend-drain", CommandTableTest::drains),
                new Row<>("return-to-service", state -> mark(state.allows(UnitEvent.RETURN))),
                new Row<>("answer", CommandTableTest::drains));
    }

    /** On the way back only a unit that had rejoined drains again. */
    private static String drains(UnitState state) {
        return state.step().equals(Optional.of(Step.WAY_BACK))
                ? "(✔)"
                : mark(state.step().equals(Optional.of(Step.DRAIN)));
    }

    private static Row<UpgradeState> tried(String name, Consumer<UpgradeRun> command) {
        return new Row<>(name, state -> mark(isTaken(command, state)));
    }

    private static String mark(boolean taken) {
        return taken ? "✔" : "";
    }

    private static boolean isTaken(Consumer<UpgradeRun> command, UpgradeState state) {
        try (var run = in(state)) {
            boolean taken = isTaken(command, run);
            Stream.of("upload", "awaitInstall")
                    .forEach(verb -> run.host(1).holds(verb).countDown());
            return taken;
        }
    }

    private static boolean isTaken(Consumer<UpgradeRun> command, UpgradeRun run) {
        try {
            command.accept(run);
            return true;
        } catch (WorkflowUpdateException | WorkflowNotFoundException refused) {
            return false;
        }
    }

    private static void approve(UpgradeRun run) {
        if (run.workflow().state() == UpgradeState.AWAITING_APPROVAL) {
            run.workflow().approveStage(UpgradeRun.command(""), Component.CORE);
        } else {
            run.stage().approve(UpgradeRun.command(""));
        }
    }

    private static UpgradeRun in(UpgradeState state) {
        Function<String, UpgradeRun> heldIn = verb -> {
            var run = UpgradeRun.of(2, Policies.DEFAULT);
            run.host(1).holds(verb);
            run.start();
            until(() -> run.host(1).done().contains(verb));
            return run;
        };
        return switch (state) {
            case RUNNING -> heldIn.apply("awaitInstall");
            case PAUSING -> paused(heldIn.apply("awaitInstall"), state);
            case PAUSED -> paused(heldIn.apply("upload"), state);
            case AWAITING_APPROVAL -> awaitingApproval();
            default -> ended();
        };
    }

    private static UpgradeRun paused(UpgradeRun run, UpgradeState state) {
        run.workflow().pause(UpgradeRun.command(""));
        until(() -> run.workflow().state() == state);
        return run;
    }

    private static UpgradeRun awaitingApproval() {
        var policy = new Policies.Builder().approval(false, Component.CORE).build();
        var run = UpgradeRun.of(2, policy).start();
        until(() -> run.workflow().state() == UpgradeState.AWAITING_APPROVAL);
        return run;
    }

    private static UpgradeRun ended() {
        var run = UpgradeRun.of(2, Policies.DEFAULT).start();
        run.outcome();
        return run;
    }

    private static void until(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }
}

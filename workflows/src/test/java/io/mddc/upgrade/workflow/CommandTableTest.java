package io.mddc.upgrade.workflow;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.plan.Policies;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitEvent;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowUpdateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
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
    private static final Path DOCUMENT = Path.of("..", "docs", "design.md");
    private static final String BEGIN = "<!-- command table: begin -->\n";
    private static final String END = "<!-- command table: end -->";
    private static final List<UpgradeState> COLUMNS = List.of(
            UpgradeState.RUNNING,
            UpgradeState.PAUSING,
            UpgradeState.PAUSED,
            UpgradeState.AWAITING_APPROVAL,
            UpgradeState.ENDED);

    /** The commands to an upgrade and to its stage, as REST names them. */
    private enum OnUpgrade {
        PAUSE(run -> run.workflow().pause(UpgradeRun.command(""))),
        RESUME(run -> run.workflow().resume(UpgradeRun.command(""))),
        ABORT(run -> run.abort("")),
        ROLLBACK(run -> run.workflow().rollback(UpgradeRun.command(""))),
        APPROVE(CommandTableTest::approve),
        CONCURRENCY(run -> run.stage().concurrency(new Command.Concurrency(UpgradeRun.command(""), 2)));

        private final Consumer<UpgradeRun> command;

        OnUpgrade(Consumer<UpgradeRun> command) {
            this.command = command;
        }
    }

    @Test
    void theDocumentShowsTheTableOfTheCode() throws IOException {
        var committed = Files.readString(DOCUMENT);
        var current = replaceTable(committed);
        if (Boolean.getBoolean("write")) {
            Files.writeString(DOCUMENT, current);
        } else {
            assertThat(committed)
                    .as("docs/design.md is old: run mvn -pl workflows test -Dtest=CommandTableTest -Dwrite=true")
                    .isEqualTo(current);
        }
    }

    private static String replaceTable(String document) {
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END);
        assertThat(begin).isPositive().isLessThan(end);
        return document.substring(0, begin + BEGIN.length()) + tables() + document.substring(end);
    }

    private static String tables() {
        var lines = new ArrayList<String>();
        lines.addAll(table(COLUMNS, OnUpgrade.values(), (command, state) -> isTaken(command, state) ? "✔" : ""));
        lines.add("");
        lines.addAll(table(List.of(UnitState.values()), OnUnit.values(), OnUnit::cell));
        return String.join("\n", lines) + "\n";
    }

    private interface Cell<C, S> {
        String of(C command, S state);
    }

    private static <C extends Enum<C>, S> List<String> table(List<S> states, C[] commands, Cell<C, S> cell) {
        var lines = new ArrayList<String>();
        lines.add(line("command", states.stream().map(String::valueOf)));
        lines.add("|---".repeat(states.size() + 1) + "|");
        Arrays.stream(commands)
                .map(command -> line(name(command), states.stream().map(state -> cell.of(command, state))))
                .forEach(lines::add);
        return lines;
    }

    private static String line(String first, Stream<String> cells) {
        return Stream.concat(Stream.of(first), cells).collect(joining(" | ", "| ", " |"));
    }

    private static String name(Enum<?> command) {
        return command.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The commands to an instance. */
    private enum OnUnit {
        RETRY(state -> state.allows(UnitEvent.RETRY), state -> false),
        SKIP(state -> state.allows(UnitEvent.SKIP), state -> false),
        EXTEND_DRAIN(OnUnit::drains, OnUnit::drainsAgain),
        RETURN_TO_SERVICE(state -> state.allows(UnitEvent.RETURN), state -> false),
        ANSWER(OnUnit::drains, OnUnit::drainsAgain);

        private final Predicate<UnitState> always;
        private final Predicate<UnitState> sometimes;

        OnUnit(Predicate<UnitState> always, Predicate<UnitState> sometimes) {
            this.always = always;
            this.sometimes = sometimes;
        }

        private String cell(UnitState state) {
            return always.test(state) ? "✔" : sometimes.test(state) ? "(✔)" : "";
        }

        private static boolean drains(UnitState state) {
            return state.step().equals(Optional.of(Step.DRAIN));
        }

        /** On the way back, if it had rejoined. */
        private static boolean drainsAgain(UnitState state) {
            return state.step().equals(Optional.of(Step.WAY_BACK));
        }
    }

    private static boolean isTaken(OnUpgrade command, UpgradeState state) {
        try (var run = in(state)) {
            command.command.accept(run);
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

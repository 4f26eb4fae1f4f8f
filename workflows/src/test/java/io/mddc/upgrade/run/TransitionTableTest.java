package io.mddc.upgrade.run;

import java.util.ArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Prints the transition table into docs/design.md with {@code -Dwrite=true}; fails when the committed one is old. */
class TransitionTableTest {
    @Test
    void theDocumentShowsTheTableOfTheCode() {
        new DocumentedTable("transition table").check(table(), TransitionTableTest.class);
    }

    private static String table() {
        var lines = new ArrayList<String>();
        lines.add("| state | event | next | asks for |");
        lines.add("|---|---|---|---|");
        for (var state : UnitState.values()) {
            for (var event : UnitEvent.values()) {
                if (state.allows(event)) {
                    lines.add(line(state, event, state.on(event)));
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String line(UnitState state, UnitEvent event, Transition transition) {
        var effects = transition.effects().stream().sorted().map(Effect::name).collect(Collectors.joining(", "));
        return "| %s | %s | %s | %s |".formatted(state, event, transition.next(), effects);
    }
}

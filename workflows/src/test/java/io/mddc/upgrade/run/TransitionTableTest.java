package io.mddc.upgrade.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Prints the transition table into docs/design.md with {@code -Dwrite=true}; fails when the committed one is old. */
class TransitionTableTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "design.md");
    private static final String BEGIN = "<!-- transition table: begin -->\n";
    private static final String END = "<!-- transition table: end -->";

    @Test
    void theDocumentShowsTheTableOfTheCode() throws IOException {
        var committed = Files.readString(DOCUMENT);
        var current = replaceTable(committed);
        if (Boolean.getBoolean("write")) {
            Files.writeString(DOCUMENT, current);
        } else {
            assertThat(committed)
                    .as("docs/design.md is old: run mvn -pl workflows test -Dtest=TransitionTableTest -Dwrite=true")
                    .isEqualTo(current);
        }
    }

    private static String replaceTable(String document) {
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END);
        assertThat(begin).isPositive().isLessThan(end);
        return document.substring(0, begin + BEGIN.length()) + table() + document.substring(end);
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

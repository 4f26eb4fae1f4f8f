package io.mddc.upgrade.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A table in docs/design.md that the code prints, between two comments that name it. */
public record DocumentedTable(String name) {
    private static final Path DOCUMENT = Path.of("..", "docs", "design.md");

    /**
     * Writes it with {@code -Dwrite=true}, else fails when the committed one is old.
     *
     * @param test the one that prints it
     */
    public void check(String table, Class<?> test) {
        try {
            var committed = Files.readString(DOCUMENT);
            var current = replaceTable(committed, table);
            if (Boolean.getBoolean("write")) {
                Files.writeString(DOCUMENT, current);
            } else {
                assertThat(committed)
                        .as(
                                "docs/design.md is old: run mvn -pl workflows test -Dtest=%s -Dwrite=true",
                                test.getSimpleName())
                        .isEqualTo(current);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String replaceTable(String document, String table) {
        var first = "<!-- " + name + ": begin -->\n";
        int begin = document.indexOf(first);
        int end = document.indexOf("<!-- " + name + ": end -->");
        assertThat(begin).isPositive().isLessThan(end);
        return document.substring(0, begin + first.length()) + table + document.substring(end);
    }
}

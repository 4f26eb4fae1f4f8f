package io.mddc.upgrade.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

    /** As it is committed. */
    List<String> lines() {
        try {
            var document = Files.readString(DOCUMENT);
            return document.substring(begin(document), end(document)).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String replaceTable(String document, String table) {
        return document.substring(0, begin(document)) + table + document.substring(end(document));
    }

    private int begin(String document) {
        var first = "<!-- " + name + ": begin -->\n";
        int begin = document.indexOf(first);
        assertThat(begin).isPositive().isLessThan(end(document));
        return begin + first.length();
    }

    private int end(String document) {
        return document.indexOf("<!-- " + name + ": end -->");
    }
}

package io.mddc.upgrade.lab.ride;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import io.mddc.upgrade.run.UnitState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Which command is taken in which state, as the design document shows it; so what people read is held against what happens. */
public final class CommandTable {
    private static final String TAKEN = "✔";
    private static final String RUNNING = "RUNNING";

    private final List<List<String>> ofUpgrades;
    private final List<List<String>> ofUnits;

    private CommandTable(List<List<String>> ofUpgrades, List<List<String>> ofUnits) {
        this.ofUpgrades = ofUpgrades;
        this.ofUnits = ofUnits;
    }

    public static CommandTable read(Path document) {
        try {
            return of(Files.readString(document));
        } catch (IOException e) {
            throw new UncheckedIOException("the command table cannot be read", e);
        }
    }

    static CommandTable of(String document) {
        int begin = document.indexOf("<!-- command table: begin -->");
        int end = document.indexOf("<!-- command table: end -->");
        checkArgument(begin >= 0 && end > begin, "the document has no command table");
        var tables =
                Splitter.on("\n\n").splitToList(document.substring(begin, end).strip());
        checkArgument(tables.size() == 2, "the document has %s command tables: two are known", tables.size());
        return new CommandTable(rows(tables.get(0)), rows(tables.get(1)));
    }

    /** Whether a running upgrade takes it while the unit in question is in that state. */
    public boolean isTaken(RideCommand command, UnitState state) {
        return command.isToUnit()
                ? cell(ofUnits, command, state.name()).equals(TAKEN)
                : cell(ofUpgrades, command, RUNNING).equals(TAKEN);
    }

    private static String cell(List<List<String>> table, RideCommand command, String column) {
        int index = table.get(0).indexOf(column);
        checkArgument(index > 0, "the command table has no column %s", column);
        return table.stream()
                .filter(row -> row.get(0).equals(command.word()))
                .findFirst()
                .flatMap(row -> Optional.of(row.get(index)))
                .orElseThrow(() -> new IllegalArgumentException("the command table has no row " + command.word()));
    }

    private static List<List<String>> rows(String table) {
        return table.lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> Splitter.on('|').trimResults().splitToList(line.substring(1)))
                .toList();
    }
}

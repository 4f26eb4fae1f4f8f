package io.mddc.upgrade.controlcenter.terminal;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows under a heading, each column as wide as its widest cell. */
record TextTable(List<String> heading, List<List<String>> rows) {
    private static final String GAP = "   ";

    TextTable {
        heading = List.copyOf(heading);
        rows = rows.stream().map(List::copyOf).toList();
    }

    List<String> lines() {
        return Stream.concat(Stream.of(heading), rows.stream())
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> padded(row.get(column), width(column)))
                        .collect(joining(GAP))
                        .stripTrailing())
                .toList();
    }

    private int width(int column) {
        return Stream.concat(Stream.of(heading), rows.stream())
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}

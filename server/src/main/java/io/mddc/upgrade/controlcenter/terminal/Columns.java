package io.mddc.upgrade.controlcenter.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** A list of the control center as a table of some of its fields. */
final class Columns {
    private Columns() {}

    static List<String> table(JsonNode listing, List<String> fields) {
        var rows = StreamSupport.stream(listing.path("items").spliterator(), false)
                .map(item -> fields.stream().map(item::path).map(Columns::cell).toList())
                .toList();
        return new TextTable(fields, rows).lines();
    }

    private static String cell(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.isMissingNode() ? "" : Json.line(value);
    }
}

package io.mddc.upgrade.controlcenter.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** A plan in lines: each stage with its units in their order, then the findings. */
final class PlanText {
    private static final List<String> HEADING = List.of("", "instance", "host", "version", "");

    private PlanText() {}

    static List<String> lines(JsonNode plan) {
        var lines = new ArrayList<String>();
        plan.path("stages").forEach(stage -> lines.addAll(stage(stage)));
        plan.path("findings")
                .forEach(finding ->
                        lines.add(Json.read(finding, Problem.Finding.class).text()));
        lines.add(
                plan.path("startable").asBoolean()
                        ? "Expected in all: "
                                + plan.path("expected").path("sentence").asText()
                        : "It cannot be started as it is.");
        return lines;
    }

    private static List<String> stage(JsonNode stage) {
        var lines = new ArrayList<String>();
        lines.add(stage.path("title").asText() + " → " + stage.path("target").asText() + ", at least "
                + stage.path("minimumActive").asText() + " stay active, at most "
                + stage.path("slots").asText() + " at once");
        lines.add("Impact: " + stage.path("impact").path("sentence").asText());
        lines.add("Point of no return: " + stage.path("pointOfNoReturn").asText());
        lines.add("Expected: " + stage.path("expected").path("sentence").asText());
        if (!stage.path("inWindow").asText().isEmpty()) {
            lines.add("In a maintenance window: " + stage.path("inWindow").asText());
        }
        var units =
                StreamSupport.stream(stage.path("units").spliterator(), false).toList();
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < units.size(); i++) {
            rows.add(row(i + 1, units.get(i)));
        }
        lines.addAll(new TextTable(HEADING, rows).lines());
        lines.add("");
        return lines;
    }

    private static List<String> row(int place, JsonNode unit) {
        return List.of(
                place + ".",
                unit.path("instance").asText(),
                unit.path("host").asText(),
                unit.path("from").asText() + " → " + unit.path("to").asText(),
                unit.path("canary").asBoolean() ? "canary" : unit.path("active").asBoolean() ? "" : "sick");
    }
}

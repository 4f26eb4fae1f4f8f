package io.mddc.upgrade.controlcenter.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.PrintWriter;
import java.util.Map;

/** One JSON object per line: events, notes, and the upgrade itself as the last. */
final class JsonLines implements WatchDisplay {
    private final PrintWriter out;
    private JsonNode last = MissingNode.getInstance();

    JsonLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void event(EventView event, JsonNode raw) {
        print(raw);
    }

    @Override
    public void state(UpgradeView upgrade, JsonNode raw) {
        last = raw;
    }

    @Override
    public void note(String sentence) {
        print(Json.write(Map.of("note", sentence)));
    }

    @Override
    public void ended(UpgradeView upgrade) {
        print(last);
    }

    private void print(JsonNode node) {
        out.println(Json.line(node));
        out.flush();
    }
}

package io.mddc.upgrade.controlcenter.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.InstantSource;

/** One line per event, for logs and pipes; the table once at the end. */
final class PlainLines implements WatchDisplay {
    private final PrintWriter out;
    private final InstantSource clock;

    PlainLines(PrintWriter out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void event(EventView event, JsonNode raw) {
        print(event.text());
    }

    @Override
    public void state(UpgradeView upgrade, JsonNode raw) {
        // Its events said it already.
    }

    @Override
    public void note(String sentence) {
        print(sentence);
    }

    @Override
    public void ended(UpgradeView upgrade) {
        print("");
        new UpgradeText(upgrade, clock.instant()).lines().forEach(this::print);
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }
}

package io.mddc.upgrade.controlcenter.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.InstantSource;

/** Where a watched upgrade is shown. */
interface WatchDisplay {
    /** Each event once, in order. */
    void event(EventView event, JsonNode raw);

    /** The state after these events; comes again and again. */
    void state(UpgradeView upgrade, JsonNode raw);

    /** What is being done just now; comes again and again, and is worth nothing later. */
    default void live(LiveView live) {
        // Only a display that is drawn again has a place for it.
    }

    /** Something about the watching itself. */
    void note(String sentence);

    /** It is over. */
    void ended(UpgradeView upgrade);

    /** JSON lines when asked for, a table that is drawn again when the launcher saw a terminal, otherwise plain lines. */
    static WatchDisplay create(boolean json, PrintWriter out) {
        if (json) {
            return new JsonLines(out);
        }
        return Boolean.getBoolean("mddc.terminal")
                ? new LiveTable(out, InstantSource.system())
                : new PlainLines(out, InstantSource.system());
    }
}

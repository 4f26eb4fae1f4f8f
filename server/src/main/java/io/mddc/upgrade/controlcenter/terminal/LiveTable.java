package io.mddc.upgrade.controlcenter.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table and the newest events, drawn over the former ones. */
final class LiveTable implements WatchDisplay {
    private static final int EVENTS = 8;

    /** A line that is too long is cut by the terminal: a wrapped one would be drawn over only in part. */
    private static final String NO_WRAP = "\033[?7l";

    /** What a host said holds for so long. */
    private static final Duration HOLDS = Duration.ofSeconds(5);

    private static final String WRAP = "\033[?7h";

    private final PrintWriter out;
    private final InstantSource clock;
    private final Deque<String> newest = new ArrayDeque<>();
    private final Map<String, Heard> live = new HashMap<>();
    private Optional<UpgradeView> shown = Optional.empty();
    private int drawn;

    private record Heard(LiveView live, Instant at) {}

    LiveTable(PrintWriter out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void event(EventView event, JsonNode raw) {
        remember(event.text());
    }

    @Override
    public void state(UpgradeView upgrade, JsonNode raw) {
        shown = Optional.of(upgrade);
        draw();
    }

    @Override
    public void live(LiveView said) {
        live.put(said.instance(), new Heard(said, clock.instant()));
        draw();
    }

    @Override
    public void note(String sentence) {
        remember(sentence);
        draw();
    }

    @Override
    public void ended(UpgradeView upgrade) {
        out.println("Temporal: " + upgrade.webUi());
        out.flush();
    }

    private List<LiveView> said() {
        live.values().removeIf(heard -> heard.at().plus(HOLDS).isBefore(clock.instant()));
        return live.values().stream().map(Heard::live).toList();
    }

    private void remember(String line) {
        newest.addFirst(line);
        if (newest.size() > EVENTS) {
            newest.removeLast();
        }
    }

    private void draw() {
        var lines = new ArrayList<String>();
        shown.map(upgrade -> new UpgradeText(upgrade, clock.instant(), said()).lines())
                .ifPresent(lines::addAll);
        lines.add("");
        lines.addAll(newest);
        if (drawn > 0) {
            out.printf("\033[%dF\033[J", drawn);
        }
        out.print(NO_WRAP);
        lines.forEach(out::println);
        out.print(WRAP);
        out.flush();
        drawn = lines.size();
    }
}

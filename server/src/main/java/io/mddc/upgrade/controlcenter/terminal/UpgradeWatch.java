package io.mddc.upgrade.controlcenter.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.controlcenter.terminal.EventMessages.Message;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Follows one upgrade by its stream of events, each event once and in order. The first answer must come; after that a control
 * center that goes away is waited for, because it may be replaced while the upgrade goes on: a new stream begins after the
 * last event that was shown.
 */
final class UpgradeWatch {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ControlCenterClient server;
    private final WatchDisplay display;
    private JsonNode upgrade = Json.write("");
    private long seen;
    private boolean lost;
    private boolean old;
    private boolean over;

    UpgradeWatch(ControlCenterClient server, WatchDisplay display) {
        this.server = server;
        this.display = display;
    }

    /** Returns the exit status when it has ended. */
    int run(String id) {
        look(id);
        followAgain(id);
        while (!over) {
            pause();
            followAgain(id);
        }
        var view = view();
        display.ended(view);
        return view.exitStatus();
    }

    private void followAgain(String id) {
        try {
            follow(id);
        } catch (Unreachable away) {
            noteLost("The control center does not answer, trying again.");
        } catch (Refused refused) {
            if (!refused.mayBeOtherwiseSoon()) {
                throw refused;
            }
            noteLost("The control center refuses, trying again: "
                    + refused.problem().text());
        }
    }

    /** To the end of the stream, which is the end of the upgrade when it says so. */
    private void follow(String id) {
        try (var events = server.follow(id, seen)) {
            var next = events.next();
            while (next.isPresent()) {
                noteFound();
                boolean last = take(next.get());
                if (last || (old && events.isQuiet())) {
                    look(id);
                }
                over = last;
                next = over ? Optional.empty() : events.next();
            }
        }
    }

    /** Whether it is the last one. */
    private boolean take(Message message) {
        switch (message.name()) {
            case "" -> display.state(view(), upgrade);
            case "live" -> display.live(Json.read(message.data(), LiveView.class));
            case "upgrade", "stage", "unit" -> show(message.data());
            default -> {
                // A newer control center may have more to say.
            }
        }
        return message.name().equals("ended");
    }

    private void look(String id) {
        upgrade = server.get("/upgrades/" + ControlCenterClient.encode(id));
        old = false;
        display.state(view(), upgrade);
    }

    private UpgradeView view() {
        return Json.read(upgrade, UpgradeView.class);
    }

    private void show(JsonNode event) {
        var view = Json.read(event, EventView.class);
        seen = Math.max(seen, view.seq());
        old = true;
        display.event(view, event);
    }

    private void noteLost(String sentence) {
        if (!lost) {
            display.note(sentence);
            lost = true;
        }
    }

    private void noteFound() {
        if (lost) {
            display.note("The control center answers again.");
            lost = false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted while watching"));
        }
    }
}

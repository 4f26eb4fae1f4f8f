package io.mddc.upgrade.controlcenter.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Follows one upgrade by asking again and again, each event once and in order. The first answer must come; after that a
 * control center that goes away is waited for, because it may be replaced while the upgrade goes on.
 */
final class UpgradeWatch {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ControlCenterClient server;
    private final WatchDisplay display;
    private long seen;
    private boolean lost;

    UpgradeWatch(ControlCenterClient server, WatchDisplay display) {
        this.server = server;
        this.display = display;
    }

    /** Returns the exit status when it has ended. */
    int run(String id) {
        var upgrade = look(id);
        while (!upgrade.hasEnded()) {
            pause();
            upgrade = lookAgain(id).orElse(upgrade);
        }
        display.ended(upgrade);
        return upgrade.exitStatus();
    }

    private Optional<UpgradeView> lookAgain(String id) {
        try {
            var upgrade = look(id);
            if (lost) {
                display.note("The control center answers again.");
                lost = false;
            }
            return Optional.of(upgrade);
        } catch (Unreachable away) {
            return waitFor(away);
        } catch (Refused refused) {
            if (refused.problem().isFault()) {
                return waitFor(refused);
            }
            throw refused;
        }
    }

    private Optional<UpgradeView> waitFor(RuntimeException trouble) {
        if (!lost) {
            display.note(
                    "The control center does not answer (" + trouble.getMessage() + "); asking again until it does.");
            lost = true;
        }
        return Optional.empty();
    }

    /** The state first: an upgrade that has ended adds no more events, so all of them are shown. */
    private UpgradeView look(String id) {
        var upgrade = server.get("/upgrades/" + ControlCenterClient.encode(id));
        List<JsonNode> events;
        do {
            events = server.events(id, seen).items();
            events.forEach(this::show);
        } while (!events.isEmpty());
        var view = Json.read(upgrade, UpgradeView.class);
        display.state(view, upgrade);
        return view;
    }

    private void show(JsonNode event) {
        var view = Json.read(event, EventView.class);
        seen = Math.max(seen, view.seq());
        display.event(view, event);
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

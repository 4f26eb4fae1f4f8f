package io.mddc.upgrade.controlcenter.upgrades.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mddc.upgrade.controlcenter.upgrades.EventView;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The text of {@code text/event-stream}: JSON has no line breaks, so each event has one line of data. */
final class ServerSentEvent {
    /** Who lost the connection comes back after half a second. */
    static final String BEGIN = "retry: 500\n\n";

    /** A comment: whoever is there hears that we are, too. */
    static final String HEARTBEAT = ": here\n\n";

    private final ObjectMapper json;

    ServerSentEvent(ObjectMapper json) {
        this.json = json;
    }

    /** Its id is where the stream goes on when it is broken after it. */
    String line(EventView event) {
        var name = event.subject().name().toLowerCase(Locale.ROOT);
        return text("id: " + event.seq() + "\n", name, event);
    }

    /** One without a place in the run log. */
    String passing(String name, Object data) {
        return text("", name, data);
    }

    private String text(String id, String name, Object data) {
        try {
            return id + "event: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n";
        } catch (JsonProcessingException ourOwnRecord) {
            throw new UncheckedIOException(ourOwnRecord);
        }
    }
}

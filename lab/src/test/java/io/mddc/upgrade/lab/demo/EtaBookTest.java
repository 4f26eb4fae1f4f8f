package io.mddc.upgrade.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.json.UpgradeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EtaBookTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Deque<JsonNode> views = new ArrayDeque<>();
    private final EtaBook book = new EtaBook(this::view, Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void writesDownWhatTheProductSaysAtTheEndOfEachUnitAndHowFarItWasOff() throws IOException {
        says("2026-11-22T12:01:00Z");
        book.see(unit("core-1", "DRAINING"));
        says("2026-11-22T12:01:30Z");
        book.see(unit("core-1", "UPGRADED"));

        var told = book.against(new Span(NOON.minusSeconds(100), NOON.plusSeconds(100)));

        assertThat(told)
                .containsExactly(new DemoReport.ToldEta(
                        1,
                        new InstanceId("core-1"),
                        NOON,
                        NOON.plusSeconds(90),
                        NOON.plusSeconds(80),
                        NOON.plusSeconds(130),
                        "from 1 unit",
                        NOON.plusSeconds(100),
                        -5.0,
                        -10.0));
        assertThat(book.latest().map(said -> said.left(NOON))).contains(", 90 s left (80 to 130 s)");
    }

    @Test
    void writesNothingDownWhileNobodyAnswersOrNobodyCanGuess() throws IOException {
        book.see(unit("core-1", "UPGRADED"));
        views.add(UpgradeJson.mapper().readTree("{\"eta\":{\"expected\":null,\"sentence\":\"it is paused\"}}"));
        book.see(unit("core-2", "UPGRADED"));

        assertThat(book.against(new Span(NOON, NOON.plusSeconds(100)))).isEqualTo(List.of());
        assertThat(book.latest().map(said -> said.left(NOON))).contains("");
    }

    private void says(String expected) throws IOException {
        var eta = JsonNodeFactory.instance.objectNode();
        eta.putObject("eta")
                .put("expected", expected)
                .put("earliest", "2026-11-22T12:01:20Z")
                .put("latest", "2026-11-22T12:02:10Z")
                .put("sentence", "from 1 unit");
        views.add(eta);
    }

    private JsonNode view() {
        if (views.isEmpty()) {
            throw new UncheckedIOException(new IOException("nobody answers"));
        }
        return views.remove();
    }

    private static UpgradeEvent unit(String instance, String state) {
        return new UpgradeEvent(
                1,
                NOON,
                Optional.empty(),
                Optional.of(new InstanceId(instance)),
                Optional.of(state),
                Optional.empty(),
                "");
    }
}

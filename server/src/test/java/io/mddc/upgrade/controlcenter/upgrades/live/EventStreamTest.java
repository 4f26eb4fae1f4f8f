package io.mddc.upgrade.controlcenter.upgrades.live;

import static io.dropwizard.testing.ConfigOverride.config;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.CORE_1;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.FIRST;
import static io.mddc.upgrade.controlcenter.upgrades.Examples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dropwizard.core.Configuration;
import io.dropwizard.testing.DropwizardTestSupport;
import io.mddc.upgrade.controlcenter.SseClient;
import io.mddc.upgrade.controlcenter.SseClient.Event;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.WaitReason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams over HTTP from a real server, of a run log that is written while they are read. */
class EventStreamTest {
    private static final String HOST = "127.0.0.51";
    private static final String SETTINGS = "streams";
    private static final int WRITERS = 8;
    private static final int LINES = 50;

    private final DropwizardTestSupport<Configuration> server = new DropwizardTestSupport<>(
            StreamsApplication.class,
            (String) null,
            SETTINGS,
            config(SETTINGS, "server.applicationConnectors[0].port", "0"),
            config(SETTINGS, "server.applicationConnectors[0].bindHost", HOST),
            config(SETTINGS, "server.adminConnectors[0].port", "0"),
            config(SETTINGS, "server.adminConnectors[0].bindHost", HOST),
            config(SETTINGS, "logging.level", "ERROR"));

    @BeforeEach
    void start() throws Exception {
        server.before();
    }

    @AfterEach
    void stop() {
        server.after();
    }

    @Test
    void sendsEveryLineOnceAndInTheOrderOfCommitsHoweverOftenItIsBroken() throws Exception {
        var reading = CompletableFuture.supplyAsync(this::readBreakingOffAgainAndAgain);

        writeFromManyThreads();
        end();

        assertThat(reading.get())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, WRITERS * LINES).boxed().toList());
    }

    private List<Integer> readBreakingOffAgainAndAgain() {
        var random = new Random(7);
        var seen = new ArrayList<Integer>();
        while (true) {
            var last = seen.isEmpty() ? "0" : "" + seen.get(seen.size() - 1);
            try (var stream = open("one", "Last-Event-ID", last)) {
                for (int left = 1 + random.nextInt(40); left > 0; left--) {
                    var event = stream.next();
                    if (event.isPresent() && event.get().name().equals("ended")) {
                        return seen;
                    }
                    event.map(Event::id).map(Integer::valueOf).ifPresent(seen::add);
                }
            }
        }
    }

    private void writeFromManyThreads() throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(WRITERS);
        try {
            var written = Stream.iterate(0, writer -> writer + 1)
                    .limit(WRITERS)
                    .map(writer -> CompletableFuture.runAsync(
                            () -> IntStream.range(0, LINES).forEach(line -> write(writer + "-" + line, "a line")),
                            threads))
                    .toList();
            for (var one : written) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void sendsTheLastLineOfAnUpgradeThatEndsWhileItLooksForMore() {
        write("k1", "It drains.");
        application().reads().afterNothing(() -> {
            write("k2", "All is done.");
            end();
        });

        assertThat(ids("/api/v1/upgrades/" + FIRST + "/events")).containsExactly("1", "2", "");
    }

    @Test
    void sendsALineAsTheApiShowsItWithItsPlaceAsTheId() {
        write("k1", "It drains.");
        end();

        try (var stream = open("one")) {
            assertThat(stream.contentType()).isEqualTo("text/event-stream");
            assertThat(stream.rest())
                    .containsExactly(
                            new Event(
                                    "1",
                                    "unit",
                                    "{\"seq\":1,\"at\":\"2026-11-22T12:00:00.123456Z\",\"subject\":\"UNIT\","
                                            + "\"instance\":\"core-1\",\"state\":\"DRAINING\",\"sentence\":\"It drains.\","
                                            + "\"waitReason\":{\"kind\":\"NOTHING\"}}"),
                            new Event("", "ended", "{\"upgrade\":\"2026-11-22-1\"}"));
        }
    }

    @Test
    void goesOnAfterTheQueryUnlessTheClientHasMore() {
        IntStream.rangeClosed(1, 3).forEach(line -> write("k" + line, "a line"));
        end();

        assertThat(ids("/api/v1/upgrades/" + FIRST + "/events?after=1")).containsExactly("2", "3", "");
        assertThat(ids("/api/v1/upgrades/" + FIRST + "/events?after=1", "Last-Event-ID", "2"))
                .containsExactly("3", "");
        try (var refused = open("one", "Last-Event-ID", "x")) {
            assertThat(refused.status()).isEqualTo(400);
        }
    }

    @Test
    void showsThatItLivesWhileNothingHappens() {
        try (var stream = open("one")) {
            stream.nextOfAnyKind();
            assertThat(stream.nextOfAnyKind()).contains(new Event("", "", "here"));
        }
    }

    @Test
    void cutsOffAClientThatTakesNothingWhileOthersGoOn() throws Exception {
        try (var slow = socketThatNeverReads();
                var quick = open("other")) {
            await().until(() -> application().openStreams() == 2);
            var taken = CompletableFuture.supplyAsync(quick::rest);
            var large = "x".repeat(200_000);

            IntStream.range(0, 100).forEach(line -> write("k" + line, large));
            await().until(() -> application().openStreams() == 1);
            end();

            assertThat(taken.get()).hasSize(101);
            assertThat(readAll(slow)).isLessThan(100 * 200_000);
        }
    }

    /** Its connection takes little before the server has to wait. */
    private Socket socketThatNeverReads() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(HOST, server.getLocalPort()));
        var request = "GET /api/v1/upgrades/" + FIRST + "/events HTTP/1.1\r\nHost: " + HOST
                + "\r\nAccept: text/event-stream\r\nAuthorization: Bearer one\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static long readAll(Socket socket) {
        long bytes = 0;
        try {
            var buffer = new byte[65_536];
            for (int read = 0; read >= 0; read = socket.getInputStream().read(buffer)) {
                bytes += read;
            }
            return bytes;
        } catch (IOException reset) {
            return bytes;
        }
    }

    @Test
    void refusesMoreStreamsThanOneCallerMayHaveUntilOneIsClosed() {
        var streams = Stream.generate(() -> open("one"))
                .limit(StreamsApplication.PER_CALLER)
                .toList();

        try (var tooMany = open("one");
                var another = open("other")) {
            assertThat(tooMany.status()).isEqualTo(429);
            assertThat(tooMany.contentType()).isEqualTo("application/problem+json");
            assertThat(tooMany.retryAfter()).isEqualTo("5");
            assertThat(another.status()).isEqualTo(200);
        }

        streams.get(0).close();
        await().untilAsserted(() -> {
            try (var again = open("one")) {
                assertThat(again.status()).isEqualTo(200);
            }
        });
        streams.forEach(SseClient::close);
    }

    @Test
    void endsStreamsWhenTheServerStops() throws Exception {
        try (var stream = open("one")) {
            var rest = CompletableFuture.supplyAsync(stream::rest);

            server.getEnvironment().getApplicationContext().getServer().stop();

            assertThat(rest.get()).isEmpty();
        }
    }

    private List<String> ids(String path, String... headers) {
        try (var stream = SseClient.open("http://" + HOST + ":" + server.getLocalPort() + path, "one", headers)) {
            return stream.rest().stream().map(Event::id).toList();
        }
    }

    private SseClient open(String token, String... headers) {
        var path = "/api/v1/upgrades/" + FIRST + "/events";
        return SseClient.open("http://" + HOST + ":" + server.getLocalPort() + path, token, headers);
    }

    private void write(String key, String sentence) {
        application()
                .log()
                .record(new RunEvent.OfUnit(
                        key, FIRST, NOON, sentence, WaitReason.NOTHING, CORE_1, UnitState.DRAINING));
    }

    private void end() {
        application().hold().giveBack(FIRST, Outcome.SUCCEEDED, "All done.");
    }

    private StreamsApplication application() {
        return server.getApplication();
    }
}

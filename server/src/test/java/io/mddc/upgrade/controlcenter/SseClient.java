package io.mddc.upgrade.controlcenter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a stream of events as a browser would. */
public final class SseClient implements AutoCloseable {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final int status;
    private final String contentType;
    private final String retryAfter;
    private final BufferedReader lines;

    /** One event; a comment has nothing but its data. */
    public record Event(String id, String name, String data) {}

    private SseClient(int status, String contentType, String retryAfter, BufferedReader lines) {
        this.status = status;
        this.contentType = contentType;
        this.retryAfter = retryAfter;
        this.lines = lines;
    }

    public static SseClient open(String url, String token, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            return new SseClient(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.headers().firstValue("Retry-After").orElse(""),
                    new BufferedReader(new InputStreamReader(answer.body(), UTF_8)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public int status() {
        return status;
    }

    public String contentType() {
        return contentType;
    }

    public String retryAfter() {
        return retryAfter;
    }

    /** The next event that is no comment; empty at the end of the stream. */
    public Optional<Event> next() {
        var next = nextOfAnyKind();
        while (next.isPresent() && next.get().name().isEmpty()) {
            next = nextOfAnyKind();
        }
        return next;
    }

    /** Comments too. */
    public Optional<Event> nextOfAnyKind() {
        try {
            var id = "";
            var name = "";
            var data = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    return Optional.of(new Event(id, name, data));
                }
                var value = line.substring(line.indexOf(':') + 1).strip();
                switch (line.substring(0, line.indexOf(':'))) {
                    case "id" -> id = value;
                    case "event" -> name = value;
                    default -> data = value;
                }
            }
            return Optional.empty();
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    /** All to the end of the stream. */
    public List<Event> rest() {
        var all = new ArrayList<Event>();
        for (var next = next(); next.isPresent(); next = next()) {
            all.add(next.get());
        }
        return all;
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException alreadyBroken) {
            throw new UncheckedIOException(alreadyBroken);
        }
    }
}

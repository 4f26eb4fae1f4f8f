package io.mddc.upgrade.controlcenter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.json.UpgradeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** Requests over HTTP, as anybody would send them. */
public record Api(int port, Optional<String> token) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String JSON = "application/json";

    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    public Answer post(String path, String json, String... headers) {
        return post(path, JSON, json.getBytes(UTF_8), headers);
    }

    public Answer post(String path, String type, byte[] body, String... headers) {
        return send("POST", path, BodyPublishers.ofByteArray(body), with(headers, "Content-Type", type));
    }

    /** A command with a key of its own. */
    public Answer command(String path, String key, String json) {
        return post(path, json, "Idempotency-Key", key);
    }

    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + path, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String[] with(String[] headers, String name, String value) {
        var all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }

    /** What came back. */
    public static final class Answer {
        private final int status;
        private final HttpHeaders headers;
        private final byte[] bytes;

        private Answer(int status, HttpHeaders headers, byte[] bytes) {
            this.status = status;
            this.headers = headers;
            this.bytes = bytes;
        }

        public int status() {
            return status;
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        public JsonNode json() {
            try {
                return UpgradeJson.mapper().readTree(bytes);
            } catch (IOException noJson) {
                throw new UncheckedIOException(new String(bytes, UTF_8), noJson);
            }
        }

        public String text(String field) {
            return json().path(field).asText();
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** Such as {@code 409 /problems/cluster-held}. */
        public String problem() {
            return header("Content-Type").equals("application/problem+json")
                    ? status + " " + text("type")
                    : status + "";
        }
    }
}

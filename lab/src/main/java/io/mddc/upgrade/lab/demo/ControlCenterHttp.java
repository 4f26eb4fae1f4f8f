package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mddc.upgrade.json.UpgradeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** JSON to and from the control center, with the token of who calls. A connection that fails is an {@link UncheckedIOException}. */
final class ControlCenterHttp {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI url;
    private final String token;
    private final ObjectMapper json = UpgradeJson.mapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    ControlCenterHttp(URI url, String token) {
        this.url = url;
        this.token = token;
    }

    /**
     * Whatever is answered.
     *
     * @param body null in JSON when there is none
     */
    record Said(int status, JsonNode body) {
        boolean isGood() {
            return status / 100 == 2;
        }
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE);
    }

    HttpRequest.Builder post(String path, JsonNode body) {
        return to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString()));
    }

    JsonNode get(String path) {
        return call(to(path).GET());
    }

    /** The body of an answer that must be good; a problem is {@link RefusedByControlCenter}. */
    JsonNode call(HttpRequest.Builder builder) {
        var request = builder.build();
        var answer = send(request);
        if (answer.statusCode() / 100 != 2) {
            throw new RefusedByControlCenter(
                    request.method() + " " + request.uri(),
                    answer.statusCode(),
                    new String(answer.body(), StandardCharsets.UTF_8));
        }
        return read(answer.body());
    }

    Said ask(HttpRequest.Builder builder) {
        var answer = send(builder.build());
        return new Said(answer.statusCode(), read(answer.body()));
    }

    private JsonNode read(byte[] body) {
        try {
            return body.length == 0 ? JsonNodeFactory.instance.nullNode() : json.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }
}

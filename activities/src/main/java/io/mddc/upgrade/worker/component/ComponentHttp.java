package io.mddc.upgrade.worker.component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mddc.upgrade.json.UpgradeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** JSON over HTTP to one component, with its key; whatever is not a whole JSON answer in time is {@link ComponentSilent}. */
final class ComponentHttp {
    private static final int OK = 200;
    private static final Duration CONNECT = Duration.ofSeconds(1);

    /** An instance that needs longer for a small answer is not well, and a heartbeat must not wait for it. */
    private static final Duration WHOLE_ANSWER = Duration.ofSeconds(2);

    private final ObjectMapper mapper = UpgradeJson.mapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final URI address;
    private final Optional<Path> apiKeyFile;

    ComponentHttp(URI address, Optional<Path> apiKeyFile) {
        this.address = address;
        this.apiKeyFile = apiKeyFile;
    }

    Answer get(String path) {
        return send("GET", path, request(path).GET());
    }

    Answer put(String path, Object body) {
        var json = BodyPublishers.ofString(written(body));
        return send(
                "PUT",
                path,
                request(path).header("Content-Type", "application/json").PUT(json));
    }

    Answer delete(String path) {
        return send("DELETE", path, request(path).DELETE());
    }

    Answer post(String path, String fileName, BodyPublisher content) {
        return send("POST", path, request(path).header("filename", fileName).POST(content));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(withoutSlash(address) + path));
        apiKeyFile.ifPresent(file -> request.header("apikey", keyIn(file)));
        return request;
    }

    /** What is not JSON; anything but 200 is {@link ComponentSilent}. */
    byte[] bytes(String path) {
        var response = exchange("GET " + address + path, request(path).GET());
        if (response.statusCode() != OK) {
            throw new ComponentSilent(
                    "GET " + address + path + " answered " + response.statusCode() + ", expected " + OK);
        }
        return response.body();
    }

    private Answer send(String verb, String path, HttpRequest.Builder request) {
        var source = verb + " " + address + path;
        var response = exchange(source, request);
        try {
            return new Answer(source, response.statusCode(), mapper.readTree(response.body()));
        } catch (JsonProcessingException e) {
            throw new ComponentSilent(source + " answered something that is not JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<byte[]> exchange(String source, HttpRequest.Builder request) {
        var sending = http.sendAsync(request.build(), BoundedBody.handler());
        try {
            return sending.get(WHOLE_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ComponentSilent(source + " is not answered: " + reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ComponentSilent(source + " was given up: the worker ends", e);
        } finally {
            sending.cancel(true);
        }
    }

    private static String reason(Exception failure) {
        if (failure instanceof TimeoutException) {
            return "no whole answer within " + WHOLE_ANSWER;
        }
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private String written(Object body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String keyIn(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ComponentSilent("its key cannot be read from " + file + ": " + e.getMessage(), e);
        }
    }

    private static String withoutSlash(URI address) {
        return address.toString().replaceFirst("/+$", "");
    }
}

package io.mddc.upgrade.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mddc.upgrade.json.UpgradeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The control center over HTTP, with this worker's own credential, which is read anew for each request. */
final class ControlCenter {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration WHOLE_ANSWER = Duration.ofSeconds(5);

    private final ObjectMapper mapper = UpgradeJson.mapper();
    private final HttpClient http;
    private final URI url;
    private final Path credentialFile;

    ControlCenter(WorkerConfig.ControlCenterAt at) {
        this.url = at.url();
        this.credentialFile = at.credentialFile();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    HttpClient http() {
        return http;
    }

    /** Throws {@link ControlCenterSilent} when there is none yet. */
    String credential() {
        try {
            return Files.readString(credentialFile).strip();
        } catch (IOException e) {
            throw new ControlCenterSilent(
                    "no credential in " + credentialFile + ": enrol this host at the control center and put it there",
                    e);
        }
    }

    /** Any status is an answer; none at all in time is {@link ControlCenterSilent}. */
    HttpResponse<String> post(URI path, Object body) {
        var request = HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "Bearer " + credential())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(written(body)))
                .build();
        var sending = http.sendAsync(request, BodyHandlers.ofString());
        try {
            return sending.get(WHOLE_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ControlCenterSilent("the control center at " + url + " does not answer: " + reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkerStopping(e);
        } finally {
            sending.cancel(true);
        }
    }

    <T> T read(HttpResponse<String> answer, Class<T> kind) {
        try {
            return mapper.readValue(answer.body(), kind);
        } catch (JsonProcessingException e) {
            throw new ControlCenterSilent("the control center answers what is no " + kind.getSimpleName(), e);
        }
    }

    /** Whether it is the problem of that type. */
    boolean isProblem(HttpResponse<String> answer, String type) {
        try {
            return mapper.readTree(answer.body()).path("type").asText("").equals(type);
        } catch (JsonProcessingException noProblem) {
            return false;
        }
    }

    /** The sentence of a problem, or the status alone when it has none. */
    String problem(HttpResponse<String> answer) {
        try {
            var detail = mapper.readTree(answer.body()).path("detail").asText("");
            return detail.isEmpty() ? "status " + answer.statusCode() : detail;
        } catch (JsonProcessingException e) {
            return "status " + answer.statusCode();
        }
    }

    private String written(Object body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reason(Exception failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}

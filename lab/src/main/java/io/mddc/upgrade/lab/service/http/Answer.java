package io.mddc.upgrade.lab.service.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mddc.upgrade.json.UpgradeJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What a route answers; the body is read when it is sent. */
public record Answer(int status, Map<String, String> headers, long length, Content content) {
    private static final ObjectMapper JSON = UpgradeJson.mapper();

    /** Opens the body. */
    public interface Content {
        InputStream open() throws IOException;
    }

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer json(Object value) {
        return json(200, value);
    }

    public static Answer json(int status, Object value) {
        try {
            return bytes(status, "application/json", JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Answer bytes(int status, String type, byte[] body) {
        return new Answer(status, Map.of("Content-Type", type), body.length, () -> new ByteArrayInputStream(body));
    }

    public static Answer file(Path file) throws IOException {
        return stream(Files.size(file), () -> Files.newInputStream(file));
    }

    public static Answer stream(long length, Content content) {
        return new Answer(200, Map.of("Content-Type", "application/octet-stream"), length, content);
    }

    public static Answer empty() {
        return new Answer(204, Map.of(), 0, InputStream::nullInputStream);
    }

    public Answer with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, length, content);
    }
}

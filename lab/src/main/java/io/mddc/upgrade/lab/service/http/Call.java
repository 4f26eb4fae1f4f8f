package io.mddc.upgrade.lab.service.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.mddc.upgrade.json.UpgradeJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** One request, as a route sees it. */
public final class Call {
    private static final ObjectMapper JSON = UpgradeJson.mapper();

    private final HttpExchange exchange;
    private final Map<String, String> path;

    Call(HttpExchange exchange, Map<String, String> path) {
        this.exchange = exchange;
        this.path = Map.copyOf(path);
    }

    /** What stands in the place of {@code {name}} in the route's pattern. */
    public String path(String name) {
        return Optional.ofNullable(path.get(name))
                .orElseThrow(() -> new IllegalArgumentException("The route has no {" + name + "}"));
    }

    public Optional<String> query(String name) {
        var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        for (var pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    public String requiredQuery(String name) {
        return query(name).orElseThrow(() -> new Refused(400, "Query parameter '" + name + "' is missing"));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    public InputStream body() {
        return exchange.getRequestBody();
    }

    /** The JSON body; anything else is refused with 400. */
    public <T> T body(Class<T> type) throws IOException {
        try {
            return Optional.ofNullable(JSON.readValue(body().readAllBytes(), type))
                    .orElseThrow(() -> new Refused(400, "The body is empty"));
        } catch (JacksonException e) {
            throw new Refused(400, "The body is not the expected JSON: " + e.getOriginalMessage());
        }
    }
}

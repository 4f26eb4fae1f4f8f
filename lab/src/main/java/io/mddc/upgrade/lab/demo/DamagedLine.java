package io.mddc.upgrade.lab.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mddc.upgrade.lab.service.http.PartThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * The line between one host's worker and the control center. It hands on every request and answer as they are, but for the
 * content of one package: of each such answer the first byte arrives changed. So however often a download is begun, and
 * wherever it goes on, another file than the one asked for arrives.
 */
final class DamagedLine implements AutoCloseable {
    /** The clients at both ends write their own. */
    private static final Set<String> OWN = Set.of(
            "connection", "content-length", "date", "expect", "host", "http2-settings", "transfer-encoding", "upgrade");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private final URI target;
    private final String damaged;

    /**
     * @param target where requests go
     * @param digest of the package that arrives damaged
     */
    DamagedLine(InetSocketAddress listen, URI target, String digest) {
        this.target = target;
        this.damaged = "/packages/" + digest + "/content";
        try {
            server = HttpServer.create(listen, 64);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on " + listen, e);
        }
        server.setExecutor(Executors.newCachedThreadPool(PartThreads.daemons("line")));
        server.createContext("/", this::handOn);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Whoever cannot be reached through it shows as a connection that breaks off. */
    private void handOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = http.send(request(exchange), BodyHandlers.ofInputStream());
            answer.headers().map().forEach((name, values) -> {
                if (!OWN.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), length(answer));
            try (var body = answer.body()) {
                copy(body, exchange, isDamaged(exchange, answer.statusCode()) ? 1 : 0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    /** In the JDK's server 0 is a body of unknown length, and -1 none. */
    private static long length(HttpResponse<?> answer) {
        long length = answer.headers().firstValueAsLong("content-length").orElse(answer.statusCode() == 204 ? 0 : -1);
        return length == 0 ? -1 : Math.max(length, 0);
    }

    private boolean isDamaged(HttpExchange exchange, int status) {
        return status / 100 == 2 && exchange.getRequestURI().getPath().endsWith(damaged);
    }

    private static void copy(InputStream from, HttpExchange exchange, int changed) throws IOException {
        var first = from.readNBytes(1);
        if (first.length == 0) {
            return;
        }
        try (OutputStream to = exchange.getResponseBody()) {
            to.write(first[0] ^ changed);
            from.transferTo(to);
        }
    }
}

package io.mddc.upgrade.controlcenter.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small real HTTP server that gives the answers it was told and remembers what it was asked. */
final class AnsweringServer implements AutoCloseable {
    private static final String ADDRESS = "127.0.23.2";

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final int port;
    private HttpServer http;

    record Answer(int status, String body) {}

    record Asked(String call, String authorization, String key, String body) {}

    AnsweringServer() throws IOException {
        http = open(0);
        port = http.getAddress().getPort();
    }

    private HttpServer open(int wanted) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(ADDRESS, wanted), 0);
        server.createContext("/", this::handle);
        server.start();
        return server;
    }

    /** {@code call} is the method and the path below {@code /api/v1}, query included. */
    AnsweringServer answers(String call, int status, String body) {
        answers.put(call, new Answer(status, body));
        return this;
    }

    AnsweringServer answers(String call, String body) {
        return answers(call, 200, body);
    }

    String url() {
        return "http://" + ADDRESS + ":" + port;
    }

    List<Asked> asked() {
        return asked;
    }

    boolean wasAsked(String call) {
        return asked.stream().anyMatch(one -> one.call().equals(call));
    }

    void goAway() {
        http.stop(0);
    }

    void comeBack() throws IOException {
        http = open(port);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var call = exchange.getRequestMethod() + " "
                    + exchange.getRequestURI().toString().replaceFirst("^/api/v1", "");
            var headers = exchange.getRequestHeaders();
            asked.add(new Asked(
                    call,
                    String.valueOf(headers.getFirst("Authorization")),
                    String.valueOf(headers.getFirst("Idempotency-Key")),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            var answer = answers.getOrDefault(call, new Answer(404, "{\"title\":\"Nothing at " + call + "\"}"));
            var bytes = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}

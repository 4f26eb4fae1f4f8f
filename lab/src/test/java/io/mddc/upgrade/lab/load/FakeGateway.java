package io.mddc.upgrade.lab.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A small real gateway: files are done at the second look, and it can be told to misbehave. */
final class FakeGateway implements AutoCloseable {
    enum Mood {
        WELL,
        REFUSING,
        REFUSING_DOWNLOADS,
        BROKEN,
        NOT_READY,
        DAMAGING,
        FAILING_FILES,
        KNOWING_NO_KEY
    }

    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> looks = new ConcurrentHashMap<>();
    private final AtomicInteger submissions = new AtomicInteger();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();

    private volatile Mood mood;

    FakeGateway(Mood mood) throws IOException {
        this.mood = mood;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext(
                "/readyz", exchange -> answer(exchange, mood() == Mood.NOT_READY ? 503 : 200, bytes("{}")));
        server.createContext("/file", this::file);
        server.createContext("/sign-in", this::signIn);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void turn(Mood other) {
        mood = other;
    }

    int submissions() {
        return submissions.get();
    }

    Set<String> keys() {
        return keys;
    }

    private Mood mood() {
        return mood;
    }

    private void file(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        keys.add(exchange.getRequestHeaders().getFirst("apikey"));
        var path = exchange.getRequestURI().getPath();
        if (mood == Mood.REFUSING || (mood == Mood.REFUSING_DOWNLOADS && path.startsWith("/file/converted/"))) {
            exchange.getResponseHeaders().add("Retry-After", "1");
            answer(exchange, 503, bytes("{}"));
        } else if (mood == Mood.KNOWING_NO_KEY) {
            answer(exchange, 403, bytes("{}"));
        } else if (mood == Mood.BROKEN) {
            answer(exchange, 500, bytes("{}"));
        } else if (path.equals("/file")) {
            submit(exchange, body);
        } else if (path.startsWith("/file/converted/")) {
            answer(exchange, 200, delivered(path.substring("/file/converted/".length())));
        } else {
            answer(exchange, 200, result(path.substring("/file/".length())));
        }
    }

    /** A console beside it, whose one token is {@code open sesame}. */
    private void signIn(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (form.equals("token=open+sesame") && mood == Mood.WELL) {
            exchange.getResponseHeaders().add("Set-Cookie", "session=1");
            answer(exchange, 303, new byte[0]);
        } else {
            answer(exchange, 403, bytes("not known"));
        }
    }

    private void submit(HttpExchange exchange, byte[] body) throws IOException {
        var id = exchange.getLocalAddress().getPort() + "-" + submissions.incrementAndGet();
        files.put(id, body);
        answer(exchange, 200, bytes("{\"data_id\":\"" + id + "\"}"));
    }

    private byte[] delivered(String id) {
        return mood == Mood.DAMAGING ? bytes("damaged") : files.getOrDefault(id, new byte[0]);
    }

    private byte[] result(String id) {
        boolean first = looks.computeIfAbsent(id, any -> new AtomicInteger()).incrementAndGet() == 1;
        var result = mood == Mood.FAILING_FILES ? "Failed" : "Allowed";
        return bytes("{\"process_info\":{\"progress_percentage\":" + (first ? 50 : 100) + ",\"result\":\""
                + (first ? "Processing" : result) + "\"}}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

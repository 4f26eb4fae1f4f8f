package io.mddc.upgrade.lab.service.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Routes on one address. Errors are {@code {"err": …}}; an unforeseen one is 500 and logged. */
public final class HttpApi implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HttpApi.class.getName());

    /** Answers one request. */
    public interface Route {
        Answer answer(Call call) throws IOException, InterruptedException;
    }

    /** Is told of each request from its arrival until its whole answer is sent. */
    public interface Watch {
        Watch NOBODY = (method, path) -> new Open() {};

        Open begins(String method, String path);

        /** One request. */
        interface Open extends AutoCloseable {
            /** All of its answer was sent. */
            default void answered() {}

            /** Answered or broken off. */
            @Override
            default void close() {}
        }
    }

    private record Entry(String method, List<String> pattern, Route route) {}

    private final List<Entry> entries = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(PartThreads.daemons("http"));
    private final HttpServer server;
    private Watch watch = Watch.NOBODY;

    public HttpApi(InetSocketAddress address) {
        try {
            server = HttpServer.create(address, 512);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on " + address + ": is another process there?", e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /** A pattern such as {@code /file/{id}}; to be added before the start. */
    public HttpApi on(String method, String pattern, Route route) {
        entries.add(new Entry(method, List.of(pattern.substring(1).split("/")), route));
        return this;
    }

    /** Instead of nobody; to be said before the start. */
    public HttpApi watchedBy(Watch watcher) {
        watch = watcher;
        return this;
    }

    public HttpApi start() {
        server.start();
        return this;
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        try (exchange;
                var open = watch.begins(exchange.getRequestMethod(), path)) {
            send(exchange, answer(exchange));
            open.answered();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, () -> exchange.getRequestURI() + " broke off: " + e);
            throw e;
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        try {
            return route(exchange);
        } catch (Refused e) {
            var body = new HashMap<String, Object>(e.extras());
            body.put("err", String.valueOf(e.getMessage()));
            return Answer.json(e.status(), body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.json(503, Map.of("err", "The part is stopping"));
        } catch (PartUnreachable e) {
            LOG.log(System.Logger.Level.WARNING, () -> exchange.getRequestURI() + ": " + e.getMessage());
            return Answer.json(503, Map.of("err", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, () -> "Unforeseen at " + exchange.getRequestURI(), e);
            return Answer.json(500, Map.of("err", "Unforeseen: " + e));
        }
    }

    private Answer route(HttpExchange exchange) throws IOException, InterruptedException {
        var segments = List.of(exchange.getRequestURI().getPath().substring(1).split("/"));
        boolean known = false;
        for (var entry : entries) {
            var path = match(entry.pattern(), segments);
            if (path.isPresent() && entry.method().equals(exchange.getRequestMethod())) {
                return entry.route().answer(new Call(exchange, path.get()));
            }
            known |= path.isPresent();
        }
        throw known ? new Refused(405, "Method not allowed") : new Refused(404, "Endpoint not found");
    }

    private static Optional<Map<String, String>> match(List<String> pattern, List<String> segments) {
        if (pattern.size() != segments.size()) {
            return Optional.empty();
        }
        var found = new HashMap<String, String>();
        for (int i = 0; i < pattern.size(); i++) {
            var wanted = pattern.get(i);
            if (wanted.startsWith("{")) {
                found.put(wanted.substring(1, wanted.length() - 1), segments.get(i));
            } else if (!wanted.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), answer.length() == 0 ? -1 : answer.length());
        if (answer.length() > 0) {
            try (var body = answer.content().open();
                    var client = exchange.getResponseBody()) {
                body.transferTo(client);
            }
        }
    }
}

package io.mddc.upgrade.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DamagedLineTest {
    private static final String ADDRESS = "127.0.0.42";
    private static final String CONTENT = "/api/v1/packages/bad0/content";

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpServer controlCenter;
    private DamagedLine line;

    /** It answers what it was asked, from where it was asked on. */
    @BeforeEach
    void listen() throws IOException {
        controlCenter = HttpServer.create(new InetSocketAddress(ADDRESS, 0), 8);
        controlCenter.createContext("/", exchange -> {
            try (exchange) {
                var range = exchange.getRequestHeaders().getFirst("Range");
                var said = exchange.getRequestMethod() + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8) + " "
                        + exchange.getRequestHeaders().getFirst("Authorization");
                var body = said.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/plain");
                exchange.sendResponseHeaders(range == null ? 200 : 206, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        controlCenter.start();
        var target = URI.create(
                "http://" + ADDRESS + ":" + controlCenter.getAddress().getPort());
        line = new DamagedLine(new InetSocketAddress(ADDRESS, 0), target, "bad0");
    }

    @AfterEach
    void stop() {
        line.close();
        controlCenter.stop(0);
    }

    @Test
    void handsOnWhatItIsNotAskedToDamage() throws Exception {
        var answer = http.send(
                to("/api/v1/workers/host-b/status?all=1")
                        .header("Authorization", "Bearer t")
                        .POST(BodyPublishers.ofString("a report"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("POST a report Bearer t");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain");
        assertThat(get("/api/v1/packages/fee1/content").body()).startsWith("GET ");
    }

    @Test
    void changesTheFirstByteOfTheWholePackageAndOfEachRestOfIt() throws Exception {
        var whole = get(CONTENT);
        var rest = http.send(to(CONTENT).header("Range", "bytes=4-").build(), BodyHandlers.ofString());

        assertThat(whole.body()).isEqualTo("FET  null");
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo("FET  null");
    }

    @Test
    void breaksOffWhenNobodyIsAtItsOtherEnd() {
        controlCenter.stop(0);

        assertThatThrownBy(() -> get(CONTENT)).isInstanceOf(IOException.class);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(to(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + ADDRESS + ":" + line.port() + path));
    }
}

package io.mddc.upgrade.lab.service.core;

import static io.mddc.upgrade.lab.service.core.CoreSurroundings.ISOLATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.lab.service.http.PartClient;
import io.mddc.upgrade.lab.service.http.PartSettings;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A Core in a JVM of its own, seen through HTTP. */
final class CoreProcess implements AutoCloseable {
    private static final String ADDRESS = "127.0.0.40";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final Path output;
    private final PartClient client;

    private CoreProcess(Process process, Path output, PartClient client) {
        this.process = process;
        this.output = output;
        this.client = client;
    }

    static CoreProcess start(Path folder, PartSettings settings) throws IOException {
        int port = freePort();
        var own = settings.with("address", ADDRESS).with("port", Integer.toString(port));
        var file = folder.resolve("instance.properties");
        Files.writeString(
                file, own.values().entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining("\n")));
        var output = folder.resolve("core.log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        List.of(java, "-XX:TieredStopAtLevel=1", "-Xmx64m", Core.class.getName(), file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        process.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var url = URI.create("http://" + ADDRESS + ":" + port);
        return new CoreProcess(
                process.start(),
                output,
                new PartClient(url, Duration.ofSeconds(5), Optional.of(settings.text("operatorKey"))));
    }

    PartClient client() {
        return client;
    }

    /** Whatever the status. */
    JsonNode get(String path) {
        try {
            return CoreSurroundings.json(client.exchange("GET", path, BodyPublishers.noBody()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitAnswer() {
        await().atMost(PATIENCE).ignoreException(PartUnreachable.class).until(() -> client.status("/healthz") == 200);
    }

    void awaitReady() {
        await().atMost(PATIENCE).ignoreException(PartUnreachable.class).until(() -> client.status("/readyz") == 200);
    }

    void isolate() {
        var answer =
                client.exchange("PUT", "/admin/isolation", BodyPublishers.ofString(ISOLATION.formatted("upgrade/1")));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    void release() {
        client.exchange("DELETE", "/admin/isolation?owner=upgrade/1", BodyPublishers.noBody());
    }

    String directScan(String content) throws IOException {
        return CoreSurroundings.directScan(client, content);
    }

    /** Waits for its end. */
    int exitStatus() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    String said() throws IOException {
        return Files.readString(output);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
            return socket.getLocalPort();
        }
    }
}

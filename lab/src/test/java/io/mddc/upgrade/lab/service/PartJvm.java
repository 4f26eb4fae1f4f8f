package io.mddc.upgrade.lab.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mddc.upgrade.lab.service.http.Part;
import io.mddc.upgrade.lab.service.http.PartClient;
import io.mddc.upgrade.lab.service.http.PartSettings;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A part in a JVM of its own, seen through HTTP; to be told to end, and to be killed. */
public final class PartJvm implements AutoCloseable {
    private static final String ADDRESS = "127.0.0.40";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final Path output;
    private final PartClient client;

    private PartJvm(Process process, Path output, PartClient client) {
        this.process = process;
        this.output = output;
        this.client = client;
    }

    /** On a free port; its client has the operators' key, where the settings have one. */
    public static PartJvm start(Class<? extends Part> part, Path folder, PartSettings settings) throws IOException {
        int port = freePort();
        var own = settings.with("address", ADDRESS).with("port", Integer.toString(port));
        var file = folder.resolve("instance.properties");
        Files.writeString(
                file, own.values().entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining("\n")));
        var output = folder.resolve("part.log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        List.of(java, "-XX:TieredStopAtLevel=1", "-Xmx64m", part.getName(), file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        process.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var url = URI.create("http://" + ADDRESS + ":" + port);
        return new PartJvm(
                process.start(), output, new PartClient(url, Duration.ofSeconds(5), settings.optional("operatorKey")));
    }

    public PartClient client() {
        return client;
    }

    /** A client with another key. */
    public PartClient client(String key) {
        return new PartClient(client.base(), Duration.ofSeconds(5), Optional.of(key));
    }

    public void awaitAnswer() {
        await().atMost(PATIENCE).ignoreException(PartUnreachable.class).until(() -> client.status("/healthz") == 200);
    }

    public void awaitReady() {
        await().atMost(PATIENCE).ignoreException(PartUnreachable.class).until(() -> client.status("/readyz") == 200);
    }

    /** TERM, as its service program sends it. */
    public void tellToEnd() {
        process.destroy();
    }

    /** Waits for its end. */
    public int exitStatus() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    public String said() throws IOException {
        return Files.readString(output);
    }

    /** Kill -9; returns when it is gone. */
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

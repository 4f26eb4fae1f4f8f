package io.mddc.upgrade.lab.service.core;

import static io.mddc.upgrade.lab.service.core.CoreSurroundings.ISOLATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.lab.service.PartJvm;
import io.mddc.upgrade.lab.service.http.PartClient;
import io.mddc.upgrade.lab.service.http.PartSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;

/** A Core in a JVM of its own. */
record CoreProcess(PartJvm jvm) implements AutoCloseable {
    static CoreProcess start(Path folder, PartSettings settings) throws IOException {
        return new CoreProcess(PartJvm.start(Core.class, folder, settings));
    }

    PartClient client() {
        return jvm.client();
    }

    /** Whatever the status. */
    JsonNode get(String path) {
        try {
            return CoreSurroundings.json(client().exchange("GET", path, BodyPublishers.noBody()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitAnswer() {
        jvm.awaitAnswer();
    }

    void awaitReady() {
        jvm.awaitReady();
    }

    void isolate() {
        var answer =
                client().exchange("PUT", "/admin/isolation", BodyPublishers.ofString(ISOLATION.formatted("upgrade/1")));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    void release() {
        client().exchange("DELETE", "/admin/isolation?owner=upgrade/1", BodyPublishers.noBody());
    }

    String directScan(String content) throws IOException {
        return CoreSurroundings.directScan(client(), content);
    }

    /** Waits for its end. */
    int exitStatus() throws InterruptedException {
        return jvm.exitStatus();
    }

    String said() throws IOException {
        return jvm.said();
    }

    @Override
    public void close() {
        jvm.close();
    }
}

package io.mddc.upgrade.lab.service.storage;

import io.mddc.upgrade.lab.service.http.PartClient;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What Cores and gateways ask of the File Storage. */
public final class StorageClient {
    private final PartClient client;

    public StorageClient(URI url) {
        client = new PartClient(url, Duration.ofSeconds(5));
    }

    /** Stored for good when this returns. */
    public void put(String id, InputStream content) {
        client.put("/blobs/" + id, BodyPublishers.ofInputStream(() -> content));
    }

    public void put(String id, Path file) throws FileNotFoundException {
        client.put("/blobs/" + id, BodyPublishers.ofFile(file));
    }

    /** To be closed; empty when there is no such blob. */
    public Optional<HttpResponse<InputStream>> open(String id) {
        return client.open("/blobs/" + id);
    }

    public boolean isReady() {
        return client.status("/readyz") == 200;
    }
}

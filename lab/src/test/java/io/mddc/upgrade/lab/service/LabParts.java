package io.mddc.upgrade.lab.service;

import static org.awaitility.Awaitility.await;

import io.mddc.upgrade.lab.service.http.Part;
import io.mddc.upgrade.lab.service.http.PartClient;
import io.mddc.upgrade.lab.service.http.PartSettings;
import io.mddc.upgrade.lab.service.identity.IdentityService;
import io.mddc.upgrade.lab.service.shared.SharedServices;
import io.mddc.upgrade.lab.service.storage.FileStorage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Real parts in this process, each on a free port of one loopback address, with their data in one folder. */
public final class LabParts {
    private static final String ADDRESS = "127.0.24.9";

    private LabParts() {}

    public static PartSettings settings(Path folder, String version, Map<String, String> more) throws IOException {
        var versionFile = folder.resolve("VERSION-" + version);
        Files.writeString(versionFile, version + "\n");
        var values = new HashMap<>(more);
        values.putIfAbsent("address", ADDRESS);
        values.putIfAbsent("port", "0");
        values.putIfAbsent("dataFolder", folder.resolve("data").toString());
        values.put("versionFile", versionFile.toString());
        return new PartSettings(folder.resolve("settings"), values);
    }

    public static SharedServices shared(Path folder, String lease) throws IOException {
        return SharedServices.start(settings(
                folder,
                "1.0.0-1",
                Map.of(
                        "coreLease",
                        lease,
                        "dataFolder",
                        folder.resolve("shared").toString())));
    }

    public static FileStorage storage(Path folder) throws IOException {
        return storage(folder, "2.5.0-1");
    }

    /** Returns when its data is in its format, or cannot be. */
    public static FileStorage storage(Path folder, String version) throws IOException {
        var storage = FileStorage.start(settings(
                folder, version, Map.of("dataFolder", folder.resolve("storage").toString())));
        var client = new PartClient(url(storage), Duration.ofSeconds(5));
        await().until(() -> !said(client).contains("is being brought"));
        return storage;
    }

    private static String said(PartClient client) {
        return new String(
                client.exchange("GET", "/readyz", BodyPublishers.noBody()).body(), StandardCharsets.UTF_8);
    }

    public static IdentityService identity(Path folder, String user, String password) throws IOException {
        return IdentityService.start(settings(
                folder,
                "2.5.0-1",
                Map.of("dataFolder", folder.resolve("identity").toString(), "user", user, "password", password)));
    }

    public static URI url(Part part) {
        return URI.create("http://" + ADDRESS + ":" + part.address().getPort());
    }
}

package io.mddc.upgrade.lab.service.storage;

import io.mddc.upgrade.lab.service.http.Answer;
import io.mddc.upgrade.lab.service.http.Call;
import io.mddc.upgrade.lab.service.http.HttpApi;
import io.mddc.upgrade.lab.service.http.Part;
import io.mddc.upgrade.lab.service.http.PartProcess;
import io.mddc.upgrade.lab.service.http.PartSettings;
import io.mddc.upgrade.lab.service.http.Refused;
import java.io.IOException;
import java.util.Map;

/**
 * Blobs by id behind HTTP.
 *
 * <p>Settings: address, port, dataFolder, versionFile.
 */
public final class FileStorage implements Part {
    private final BlobFolder blobs;
    private final HttpApi api;

    private FileStorage(PartSettings settings) {
        blobs = new BlobFolder(settings.path("dataFolder").resolve("blobs"));
        var version = settings.installedVersion();
        api = new HttpApi(settings.listen())
                .on("GET", "/healthz", call -> Answer.json(Map.of("alive", true)))
                .on("GET", "/readyz", call -> Answer.json(Map.of("ready", true)))
                .on("GET", "/version", call -> Answer.json(Map.of("version", version)))
                .on("PUT", "/blobs/{id}", this::put)
                .on("GET", "/blobs/{id}", this::get);
    }

    public static FileStorage start(PartSettings settings) {
        return Part.started(new FileStorage(settings));
    }

    public static void main(String[] arguments) {
        PartProcess.run(arguments, FileStorage::start);
    }

    @Override
    public HttpApi api() {
        return api;
    }

    private Answer put(Call call) throws IOException {
        return Answer.json(201, Map.of("id", call.path("id"), "size", blobs.put(call.path("id"), call.body())));
    }

    private Answer get(Call call) throws IOException {
        var file = blobs.find(call.path("id")).orElseThrow(() -> new Refused(404, "No blob " + call.path("id")));
        return Answer.file(file);
    }
}

package io.mddc.upgrade.lab.service.storage;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.fault.FaultFiles;
import io.mddc.upgrade.lab.fault.FaultKind;
import io.mddc.upgrade.lab.service.http.Answer;
import io.mddc.upgrade.lab.service.http.Call;
import io.mddc.upgrade.lab.service.http.HttpApi;
import io.mddc.upgrade.lab.service.http.Part;
import io.mddc.upgrade.lab.service.http.PartProcess;
import io.mddc.upgrade.lab.service.http.PartSettings;
import io.mddc.upgrade.lab.service.http.PartThreads;
import io.mddc.upgrade.lab.service.http.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Blobs by id behind HTTP. At its start it brings its data into the format of its version ({@link Migration}); until then, and
 * when the data is a newer version's, it serves nothing and says why.
 *
 * <p>Settings: address, port, dataFolder, versionFile.
 */
public final class FileStorage implements Part {
    private static final System.Logger LOG = System.getLogger(FileStorage.class.getName());

    private final Path dataFolder;
    private final Format format;
    private final Optional<FaultKind> fault;
    private final BlobFolder blobs;
    private final HttpApi api;
    private volatile Optional<String> trouble = Optional.of("The data is being brought into this version's format");

    private FileStorage(PartSettings settings) {
        var installed = new Version(settings.installedVersion());
        dataFolder = settings.path("dataFolder");
        format = Format.of(installed);
        fault = FaultFiles.of(installed, settings.path("versionFile"), settings.file());
        blobs = new BlobFolder(dataFolder.resolve("blobs"), format.layout());
        var version = FaultFiles.said(fault, installed, dataFolder).upstream();
        api = new HttpApi(settings.listen())
                .on("GET", "/healthz", call -> Answer.json(Map.of("alive", true)))
                .on("GET", "/readyz", call -> readiness())
                .on("GET", "/version", call -> Answer.json(Map.of("version", version)))
                .on("PUT", "/blobs/{id}", this::put)
                .on("GET", "/blobs/{id}", this::get);
        PartThreads.daemons("migration").newThread(this::open).start();
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

    private void open() {
        try {
            new Migration(dataFolder, format).run();
            trouble = fault.filter(FaultKind.NEVER_READY::equals).map(kind -> "This version never gets ready");
        } catch (Migration.NewerFormat e) {
            LOG.log(System.Logger.Level.WARNING, e::getMessage);
            trouble = Optional.ofNullable(e.getMessage());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "The data folder " + dataFolder + " cannot be opened", e);
            trouble = Optional.of("The data folder cannot be opened: " + e);
        }
    }

    private Answer readiness() {
        return trouble.map(sentence -> Answer.json(503, Map.of("ready", false, "format", format, "err", sentence)))
                .orElseGet(() -> Answer.json(Map.of("ready", true, "format", format)));
    }

    private Answer put(Call call) throws IOException {
        long size = served().put(call.path("id"), call.body());
        return Answer.json(201, Map.of("id", call.path("id"), "size", size));
    }

    private Answer get(Call call) throws IOException {
        var file = served().find(call.path("id")).orElseThrow(() -> new Refused(404, "No blob " + call.path("id")));
        return Answer.file(file);
    }

    private BlobFolder served() {
        trouble.ifPresent(sentence -> {
            throw new Refused(503, sentence);
        });
        return blobs;
    }
}

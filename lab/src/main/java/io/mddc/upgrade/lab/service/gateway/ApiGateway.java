package io.mddc.upgrade.lab.service.gateway;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.service.admin.Administered;
import io.mddc.upgrade.lab.service.admin.OperatorKey;
import io.mddc.upgrade.lab.service.http.Answer;
import io.mddc.upgrade.lab.service.http.Call;
import io.mddc.upgrade.lab.service.http.HttpApi;
import io.mddc.upgrade.lab.service.http.Part;
import io.mddc.upgrade.lab.service.http.PartProcess;
import io.mddc.upgrade.lab.service.http.PartSettings;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import io.mddc.upgrade.lab.service.settings.ProductSettings;
import io.mddc.upgrade.lab.service.shared.Sender;
import io.mddc.upgrade.lab.service.shared.SharedClient;
import io.mddc.upgrade.lab.service.storage.StorageClient;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Where clients submit files and fetch results. A file is accepted when its bytes lie in the File Storage and its task in
 * the queue; refused with 503 and Retry-After while fewer Cores are active than the Health check asks for. While it is
 * isolated it serves everything; only its readiness says no, so that balancers look elsewhere. While it is closed for
 * maintenance it says that it is ready, whatever others do, and answers submissions and downloads with 503 and Retry-After. A
 * stop finishes nothing: the clients of open requests see them fail.
 *
 * <p>Settings: address, port, dataFolder, versionFile, operatorKey, sharedUrl, storageUrl, identityUrl, minimumActiveCores,
 * settingsUrl, settingsKeyFile.
 */
public final class ApiGateway implements Part {
    private final SharedClient shared;
    private final StorageClient storage;
    private final FileDesk desk;
    private final KeyRing keys;
    private final ProductSettings product;
    private final FrontDoor door;
    private final Registration registration;
    private final HttpApi api;

    private ApiGateway(PartSettings settings) {
        shared = new SharedClient(settings.url("sharedUrl"));
        storage = new StorageClient(settings.url("storageUrl"));
        desk = new FileDesk(shared, storage);
        keys = new KeyRing(settings.url("identityUrl"));
        product = ProductSettings.of(settings);
        var version = new Version(settings.installedVersion()).upstream();
        door = new FrontDoor(settings.path("dataFolder").resolve("maintenance.json"));
        registration = new Registration(settings.path("dataFolder"), this::isReady);
        api = new HttpApi(settings.listen())
                .watchedBy(registration.requests())
                .on("GET", "/healthz", call -> Answer.json(Map.of("alive", true)))
                .on("GET", "/readyz", call -> readiness())
                .on("GET", "/version", call -> Answer.json(Map.of("product_id", "MDGW", "version", version)))
                .on("POST", "/file", call -> door.admit(() -> submit(call)))
                .on("GET", "/file/{id}", this::result)
                .on("GET", "/file/{id}/download", this::download)
                .on("GET", "/file/converted/{id}", this::download);
        var key = new OperatorKey(settings.text("operatorKey"));
        Administered.addRoutes(api, key, registration);
        new Maintenance(door, desk).addRoutes(api, key);
    }

    private record Readiness(boolean ready, boolean isolated, boolean closed) {}

    public static ApiGateway start(PartSettings settings) {
        return Part.started(new ApiGateway(settings));
    }

    public static void main(String[] arguments) {
        PartProcess.run(arguments, ApiGateway::start);
    }

    @Override
    public HttpApi api() {
        return api;
    }

    @Override
    public void close() {
        Part.super.close();
        product.close();
    }

    private boolean isReady() {
        return door.isClosed() || (answers(() -> shared.active() >= 0) && answers(storage::isReady));
    }

    private Answer readiness() {
        boolean isolated = registration.isolation().isPresent();
        boolean ready = isReady();
        return Answer.json(ready && !isolated ? 200 : 503, new Readiness(ready, isolated, door.isClosed()));
    }

    private Answer submit(Call call) {
        keys.require(call);
        int active = shared.active();
        int minimumActiveCores = product.now().healthCheck().minimumActiveCores();
        return active < minimumActiveCores ? tooFew(active, minimumActiveCores) : desk.accept(call, Sender.CLIENT);
    }

    private static Answer tooFew(int active, int minimumActiveCores) {
        var sentence = active + " active Cores, the Health check asks for " + minimumActiveCores;
        return Answer.json(503, Map.of("err", sentence)).with("Retry-After", "1");
    }

    private Answer result(Call call) {
        keys.require(call);
        return desk.result(call, Sender.CLIENT);
    }

    private Answer download(Call call) {
        if (door.isClosed()) {
            return door.refusal();
        }
        keys.require(call);
        return desk.download(call, Sender.CLIENT);
    }

    private static boolean answers(BooleanSupplier question) {
        try {
            return question.getAsBoolean();
        } catch (PartUnreachable e) {
            return false;
        }
    }
}

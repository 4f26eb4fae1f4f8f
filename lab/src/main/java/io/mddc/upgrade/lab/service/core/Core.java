package io.mddc.upgrade.lab.service.core;

import io.mddc.upgrade.cluster.Setting;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.service.admin.Administered;
import io.mddc.upgrade.lab.service.admin.OperatorKey;
import io.mddc.upgrade.lab.service.http.Answer;
import io.mddc.upgrade.lab.service.http.Call;
import io.mddc.upgrade.lab.service.http.HttpApi;
import io.mddc.upgrade.lab.service.http.Part;
import io.mddc.upgrade.lab.service.http.PartProcess;
import io.mddc.upgrade.lab.service.http.PartSettings;
import io.mddc.upgrade.lab.service.http.Refused;
import io.mddc.upgrade.lab.service.settings.ProductSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The MetaDefender Core of the lab behind HTTP. The version it reports is that of its installed files when it was started. What a bad version
 * does wrong is said by {@link CoreFault}.
 *
 * <p>It follows the product's settings: Workflow in its scanner, Module Update in what it says of its engines, Health check in
 * its readiness.
 *
 * <p>Settings: id, address, port, dataFolder, versionFile, operatorKey, sharedUrl, storageUrl, filesAtOnce, engineLoadTime,
 * settingsUrl, settingsKeyFile, scanTime.seed, scanTime.median, scanTime.p99, scanTime.most.
 */
public final class Core implements Part {
    private final Scanner scanner;
    private final DirectScans scans = new DirectScans();
    private final CoreAnswers answers;
    private final Engine engine;
    private final ProductSettings product;
    private final HttpApi api;

    private Core(PartSettings settings) {
        var key = new OperatorKey(settings.text("operatorKey"));
        var fault = CoreFault.of(settings);
        var version = new Version(settings.installedVersion());
        answers = new CoreAnswers(fault.says(version));
        product = ProductSettings.of(settings);
        scanner = Engine.scanner(product, fault);
        api = new HttpApi(settings.listen());
        engine = new Engine(settings, version, fault, product);
        api.on("GET", "/healthz", call -> Answer.json(Map.of("alive", true)))
                .on("GET", "/version", call -> Answer.json(answers.version()))
                .on("GET", "/readyz", call -> ready())
                .on("GET", "/stat/nodes", key.guards(call -> nodes()))
                .on("POST", "/file", this::scan)
                .on("GET", "/file/{id}", this::result);
        Administered.addRoutes(api, key, engine);
    }

    public static Core start(PartSettings settings) {
        return Part.started(new Core(settings));
    }

    public static void main(String[] arguments) {
        PartProcess.run(arguments, Core::start);
    }

    @Override
    public HttpApi api() {
        return api;
    }

    @Override
    public void close() {
        Part.super.close();
        engine.close();
        product.close();
    }

    private Answer ready() {
        boolean ready = engine.hasEnoughEngines() && engine.databaseReachable();
        return Answer.json(
                ready ? 200 : 503,
                answers.readiness(
                        engine.databaseReachable(),
                        new CoreAnswers.Wanted(
                                engine.hasEnoughEngines(), healthCheck().minimumEngines()),
                        engine.inWork()));
    }

    private Setting.HealthCheck healthCheck() {
        return product.now().healthCheck();
    }

    private Answer nodes() {
        var up = Duration.between(engine.startedAt(), Instant.now());
        var definitions = product.now().moduleUpdate().definitions();
        return Answer.json(answers.nodes(engine.health(), definitions, engine.inWork(), up.toMillis() / 1000.0));
    }

    private Answer scan(Call call) throws IOException {
        if (!engine.enginesLoaded()) {
            throw new Refused(503, "Engines are loading");
        }
        return Answer.json(Map.of("data_id", scans.add(scanner.scan(call.body()))));
    }

    private Answer result(Call call) {
        var result = scans.find(call.path("id"))
                .orElseThrow(() -> new Refused(404, "The file " + call.path("id") + " is not known"));
        return Answer.json(Map.of(
                "data_id", call.path("id"),
                "process_info",
                        Map.of(
                                "progress_percentage",
                                100,
                                "result",
                                result.finding().result()),
                "scan_results", Map.of("scan_all_result_a", result.finding().text()),
                "file_info", Map.of("sha256", result.sha256())));
    }
}

package io.mddc.upgrade.lab.service.shared;

import io.mddc.upgrade.lab.service.http.Answer;
import io.mddc.upgrade.lab.service.http.Call;
import io.mddc.upgrade.lab.service.http.HttpApi;
import io.mddc.upgrade.lab.service.http.Part;
import io.mddc.upgrade.lab.service.http.PartProcess;
import io.mddc.upgrade.lab.service.http.PartSettings;
import io.mddc.upgrade.lab.service.http.PartThreads;
import io.mddc.upgrade.lab.service.http.Refused;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Queue, results and leases behind HTTP.
 *
 * <p>Settings: address, port, dataFolder, versionFile, coreLease.
 */
public final class SharedServices implements Part {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Thread leases;
    private final Books books;
    private final HttpApi api;

    private SharedServices(PartSettings settings) {
        books = new Books(
                settings.path("dataFolder").resolve("journal.jsonl"),
                settings.duration("coreLease"),
                Clock.systemUTC());
        leases = PartThreads.repeat("leases", Duration.ofMillis(50), books::expire);
        var version = settings.installedVersion();
        api = new HttpApi(settings.listen())
                .on("GET", "/healthz", call -> Answer.json(Map.of("alive", true)))
                .on("GET", "/readyz", call -> Answer.json(Map.of("ready", true)))
                .on("GET", "/version", call -> Answer.json(Map.of("version", version)))
                .on("POST", "/tasks", this::accept)
                .on("GET", "/tasks/{id}", this::file)
                .on("POST", "/tasks/{id}/verdict", this::judge)
                .on("POST", "/cores/{id}/lease", this::renew)
                .on("POST", "/cores/{id}/take", this::take)
                .on("GET", "/cores", call -> Answer.json(books.cores()))
                .on("GET", "/results", call -> Answer.json(books.files()))
                .on("GET", "/switches", call -> Answer.json(books.switches()))
                .on("GET", "/active", call -> Answer.json(books.counts()));
    }

    public static SharedServices start(PartSettings settings) {
        return Part.started(new SharedServices(settings));
    }

    public static void main(String[] arguments) {
        PartProcess.run(arguments, SharedServices::start);
    }

    @Override
    public HttpApi api() {
        return api;
    }

    @Override
    public void close() {
        Part.super.close();
        leases.interrupt();
        books.close();
    }

    private Answer accept(Call call) throws IOException {
        var task = call.body(Task.class);
        books.accept(task);
        return Answer.json(201, task);
    }

    private Answer file(Call call) {
        return books.file(call.path("id"))
                .map(Answer::json)
                .orElseThrow(() -> new Refused(404, "No file " + call.path("id")));
    }

    private Answer judge(Call call) throws IOException {
        var verdict = call.body(FileRecord.Verdict.class);
        if (!books.judge(call.path("id"), call.requiredQuery("session"), verdict)) {
            throw new Refused(409, "File " + call.path("id") + " is not in work with this Core's process");
        }
        return Answer.empty();
    }

    private Answer renew(Call call) throws IOException {
        return Answer.json(books.renew(call.path("id"), call.body(LeaseRequest.class)));
    }

    private Answer take(Call call) throws InterruptedException {
        int slot = Integer.parseInt(call.query("slot").orElse("0"));
        var wait = Duration.parse(call.query("wait").orElse("PT0S"));
        var most = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        return books.take(call.path("id"), call.requiredQuery("session"), slot, most)
                .map(Answer::json)
                .orElseGet(Answer::empty);
    }
}

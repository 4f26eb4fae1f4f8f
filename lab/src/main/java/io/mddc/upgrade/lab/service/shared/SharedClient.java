package io.mddc.upgrade.lab.service.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.lab.service.http.PartClient;
import io.mddc.upgrade.lab.service.http.UnexpectedAnswer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;

/** What Cores and gateways ask of the shared services. */
public final class SharedClient {
    private final PartClient client;

    public SharedClient(URI url) {
        client = new PartClient(url, Duration.ofSeconds(2));
    }

    /** Idempotent by the task's id. */
    public void accept(Task task) {
        client.post("/tasks", task, Task.class);
    }

    public Optional<FileRecord> file(String dataId) {
        return client.find("/tasks/" + dataId, FileRecord.class);
    }

    /** Of the newest entry of the history; 0 when there is none. */
    public int active() {
        var history = client.get("/active", ActiveCount[].class);
        return history.length == 0 ? 0 : history[history.length - 1].active();
    }

    public Lease renew(String core, LeaseRequest request) {
        return client.post("/cores/" + core + "/lease", request, Lease.class);
    }

    /** Waits so long for a task. A slot that asks again before its verdict gets the same one. */
    public Optional<Task> take(String core, String session, int slot, Duration wait) {
        var path = "/cores/" + core + "/take?session=" + session + "&slot=" + slot + "&wait=" + wait;
        return client.poll(path, wait, Task.class);
    }

    /** False when the file is no longer this process's: its lease had ended. */
    public boolean judge(String dataId, String session, FileRecord.Verdict verdict) {
        try {
            var body = UpgradeJson.mapper().writeValueAsBytes(verdict);
            var answer = client.exchange(
                    "POST", "/tasks/" + dataId + "/verdict?session=" + session, BodyPublishers.ofByteArray(body));
            if (answer.statusCode() == 204 || answer.statusCode() == 409) {
                return answer.statusCode() == 204;
            }
            throw new UnexpectedAnswer(answer.uri() + " answered " + answer.statusCode(), answer.statusCode());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

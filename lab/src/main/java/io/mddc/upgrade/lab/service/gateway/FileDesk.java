package io.mddc.upgrade.lab.service.gateway;

import io.mddc.upgrade.lab.service.http.Answer;
import io.mddc.upgrade.lab.service.http.Call;
import io.mddc.upgrade.lab.service.http.Refused;
import io.mddc.upgrade.lab.service.shared.FileRecord;
import io.mddc.upgrade.lab.service.shared.Sender;
import io.mddc.upgrade.lab.service.shared.SharedClient;
import io.mddc.upgrade.lab.service.shared.Task;
import io.mddc.upgrade.lab.service.storage.StorageClient;
import java.util.Map;
import java.util.UUID;

/**
 * A file's way through the system: its bytes into the File Storage, its task into the queue, its result and the processed bytes
 * back to whoever sent it. A sender sees no other's files.
 */
record FileDesk(SharedClient shared, StorageClient storage) {
    Answer accept(Call call, Sender sender) {
        var dataId = UUID.randomUUID().toString().replace("-", "");
        storage.put(dataId, call.body());
        shared.accept(new Task(dataId, call.header("filename").orElse("unnamed"), dataId, sender));
        return Answer.json(Map.of("data_id", dataId));
    }

    Answer result(Call call, Sender sender) {
        return Answer.json(ResultAnswer.of(known(call, sender)));
    }

    Answer download(Call call, Sender sender) {
        var blob = known(call, sender)
                .verdict()
                .map(FileRecord.Verdict::processedBlob)
                .filter(id -> !id.isEmpty());
        return blob.flatMap(storage::open)
                .map(answer -> Answer.stream(
                        answer.headers().firstValueAsLong("Content-Length").orElse(0), answer::body))
                .orElseThrow(() -> new Refused(404, "There is no processed file of " + call.path("id")));
    }

    private FileRecord known(Call call, Sender sender) {
        return shared.file(call.path("id"))
                .filter(file -> file.sender() == sender)
                .orElseThrow(() -> new Refused(404, "The file " + call.path("id") + " is not known"));
    }
}

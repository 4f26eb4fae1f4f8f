package io.mddc.upgrade.lab.service.core;

import io.mddc.upgrade.lab.service.admin.WorkDesk;
import io.mddc.upgrade.lab.service.http.PartUnreachable;
import io.mddc.upgrade.lab.service.http.UnexpectedAnswer;
import io.mddc.upgrade.lab.service.shared.FileRecord;
import io.mddc.upgrade.lab.service.shared.SharedClient;
import io.mddc.upgrade.lab.service.shared.Task;
import io.mddc.upgrade.lab.service.storage.StorageClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/** One file from its bytes to its verdict: fetch, scan, the time an engine takes, processed file, verdict. */
final class FileWork {
    private static final System.Logger LOG = System.getLogger(FileWork.class.getName());
    private static final long PAUSE_MILLIS = 200;

    private final Lines lines;
    private final WorkDesk desk;
    private final Scanner scanner;
    private final ScanTime time;
    private final Path folder;

    /** To the other parts, in the name of this process. */
    record Lines(SharedClient shared, StorageClient storage, String session) {}

    FileWork(Lines lines, WorkDesk desk, Scanner scanner, ScanTime time, Path folder) {
        this.lines = lines;
        this.desk = desk;
        this.scanner = scanner;
        this.time = time;
        this.folder = folder;
    }

    void begin(Task task) {
        desk.begin(task.dataId(), "single-file");
    }

    /** Tries each way to the other parts until it works or the verdict is no longer ours to give. */
    void process(Task task) throws InterruptedException {
        while (true) {
            try {
                attempt(task);
                return;
            } catch (PartUnreachable | UnexpectedAnswer | UncheckedIOException e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        () -> "File " + task.dataId() + " is tried again: " + e.getMessage());
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void attempt(Task task) throws InterruptedException {
        var local = folder.resolve(task.dataId());
        try {
            fetch(task, local);
            var verdict = verdict(task, local);
            if (lines.shared().judge(task.dataId(), lines.session(), verdict)) {
                desk.finished(task.dataId());
            } else {
                desk.failed(task.dataId());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            local.toFile().delete();
        }
    }

    private FileRecord.Verdict verdict(Task task, Path local) throws IOException, InterruptedException {
        ScanResult result;
        try (var content = Files.newInputStream(local)) {
            result = scanner.scan(content);
        }
        desk.found(task.dataId(), result.workflow());
        Thread.sleep(time.of(result.sha256()).toMillis());
        var processed = result.finding() == ScanResult.Finding.NO_THREAT ? task.dataId() + "-processed" : "";
        if (!processed.isEmpty()) {
            lines.storage().put(processed, local);
        }
        return new FileRecord.Verdict(
                result.finding().result(), result.finding().text(), result.sha256(), processed, Instant.now());
    }

    private void fetch(Task task, Path local) throws IOException {
        var blob = lines.storage()
                .open(task.blob())
                .orElseThrow(() -> new UnexpectedAnswer("The File Storage has no blob " + task.blob(), 404));
        try (var body = blob.body()) {
            Files.copy(body, local, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

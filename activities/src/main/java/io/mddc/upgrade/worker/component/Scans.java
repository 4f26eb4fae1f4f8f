package io.mddc.upgrade.worker.component;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;

/**
 * Files posted to a path, and their verdicts below it, as a Core and a gateway have them.
 *
 * @param path such as {@code /file}
 */
record Scans(ComponentHttp http, String path) implements DirectScan {
    private static final int OK = 200;
    private static final int FINISHED = 100;

    @Override
    public String scan(String fileName, byte[] content) {
        return http.post(path, fileName, BodyPublishers.ofByteArray(content))
                .expecting(OK)
                .text("data_id");
    }

    @Override
    public Optional<String> verdict(String scanId) {
        var answer = http.get(path + "/" + URLEncoder.encode(scanId, UTF_8)).expecting(OK);
        if (answer.object("process_info").count("progress_percentage") < FINISHED) {
            return Optional.empty();
        }
        return Optional.of(answer.object("scan_results").text("scan_all_result_a"));
    }
}

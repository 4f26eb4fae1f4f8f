package io.mddc.upgrade.lab.service.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mddc.upgrade.lab.service.shared.FileRecord;

/** A file's result as the vendor's API words it. */
record ResultAnswer(
        @JsonProperty("data_id") String dataId,
        @JsonProperty("process_info") ProcessInfo processInfo,
        @JsonProperty("scan_results") ScanResults scanResults,
        @JsonProperty("file_info") FileInfo fileInfo) {

    record ProcessInfo(@JsonProperty("progress_percentage") int progress, String result) {}

    record ScanResults(@JsonProperty("scan_all_result_a") String all) {}

    record FileInfo(String sha256) {}

    static ResultAnswer of(FileRecord file) {
        return file.verdict()
                .map(verdict -> answer(file.dataId(), new ProcessInfo(100, verdict.result()), verdict))
                .orElseGet(() -> new ResultAnswer(
                        file.dataId(),
                        new ProcessInfo(file.taken().isPresent() ? 50 : 0, "Processing"),
                        new ScanResults("In Progress"),
                        new FileInfo("")));
    }

    private static ResultAnswer answer(String dataId, ProcessInfo info, FileRecord.Verdict verdict) {
        return new ResultAnswer(dataId, info, new ScanResults(verdict.scanResult()), new FileInfo(verdict.sha256()));
    }
}

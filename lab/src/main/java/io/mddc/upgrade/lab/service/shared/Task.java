package io.mddc.upgrade.lab.service.shared;

import static java.util.Objects.requireNonNull;

/**
 * A file to be scanned.
 *
 * @param blob where its bytes lie in the File Storage
 */
public record Task(String dataId, String fileName, String blob, Sender sender) {
    public Task {
        requireNonNull(dataId, "dataId is missing");
        requireNonNull(fileName, "fileName is missing");
        requireNonNull(blob, "blob is missing");
        requireNonNull(sender, "sender is missing");
    }
}

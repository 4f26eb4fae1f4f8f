package io.mddc.upgrade.lab.host;

import java.nio.file.Path;
import java.util.List;

/**
 * Files of a host that is up. A process of the host changes them: what is written from outside is not seen by one that has
 * looked there before.
 */
record HostFiles(LabHost host) {
    private static final String WRITE = "umask 077 && mkdir -p \"${2%/*}\" && echo \"$1\" > \"$2\"";

    void write(Path file, String content) {
        var result = host.run(List.of("sh", "-c", WRITE, "write", content, file.toString()));
        if (!result.isGood()) {
            throw new HostFailure(file + " on " + host.id() + " cannot be written: " + result.output());
        }
    }

    /** Whether it is there or not. */
    void remove(Path file) {
        var result = host.run(List.of("rm", "-f", file.toString()));
        if (!result.isGood()) {
            throw new HostFailure(file + " on " + host.id() + " cannot be removed: " + result.output());
        }
    }
}

package io.mddc.upgrade.lab.packaging;

import static java.util.Objects.requireNonNull;

import com.google.common.io.ByteSource;

/** One file of a package, by its absolute path on the host. */
record PackageEntry(String path, ByteSource content, int mode) {
    static final int PLAIN = 0644;
    static final int PROGRAM = 0755;

    PackageEntry {
        requireNonNull(path, "path is null");
        requireNonNull(content, "content is null");
    }
}

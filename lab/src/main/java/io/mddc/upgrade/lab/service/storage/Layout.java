package io.mddc.upgrade.lab.service.storage;

import java.nio.file.Path;

/** Where the file of a blob lies below the blob folder. */
enum Layout {
    /** All in one folder. */
    FLAT {
        @Override
        Path file(Path folder, String id) {
            return folder.resolve(id);
        }
    },
    /** In a folder named by the first two characters of its id. */
    SHARDED {
        @Override
        Path file(Path folder, String id) {
            return folder.resolve(id.substring(0, SHARD)).resolve(id);
        }
    };

    private static final int SHARD = 2;

    /** Ids are longer than the name of a shard. */
    abstract Path file(Path folder, String id);
}

package io.mddc.upgrade.lab.service.storage;

import static java.util.Objects.requireNonNull;

/** What lies in the data folder, as its file {@code format} says. */
record StoredFormat(Format format, State state) {
    StoredFormat {
        requireNonNull(format, "format is missing");
        requireNonNull(state, "state is missing");
    }

    /** How far it is. */
    enum State {
        /** Blobs lie where this format or a former one has them. */
        MIGRATING,
        WHOLE
    }
}

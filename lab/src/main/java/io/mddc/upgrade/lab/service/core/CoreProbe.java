package io.mddc.upgrade.lab.service.core;

import java.net.URI;
import java.util.Optional;

/** Reads a Core from outside. Each call throws {@code PartUnreachable} when it does not answer. */
@SuppressWarnings("DoNotCallSuggester") // until it is built
public final class CoreProbe {
    private final URI url;
    private final String key;

    public CoreProbe(URI url, String key) {
        this.url = url;
        this.key = key;
    }

    /** As {@code GET /version} says: without revision. */
    public String version() {
        throw new UnsupportedOperationException("not built yet: " + url);
    }

    public boolean isReady() {
        throw new UnsupportedOperationException("not built yet: " + key);
    }

    /** Empty when it is not isolated. */
    public Optional<Isolation> isolation() {
        throw new UnsupportedOperationException("not built yet");
    }

    public CoreWork work() {
        throw new UnsupportedOperationException("not built yet");
    }
}

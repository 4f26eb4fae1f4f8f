package io.mddc.upgrade.controlcenter;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/** Where an engine that runs already is reached. */
public record EngineAddress(String address, String namespace, String webUi) {
    static final EngineAddress DEFAULT = new EngineAddress(null, null, null);

    public EngineAddress(@Nullable String address, @Nullable String namespace, @Nullable String webUi) {
        this.address = requireNonNullElse(address, "127.0.0.1:7233");
        this.namespace = requireNonNullElse(namespace, "default");
        this.webUi = requireNonNullElse(webUi, "http://127.0.0.1:8233");
    }
}

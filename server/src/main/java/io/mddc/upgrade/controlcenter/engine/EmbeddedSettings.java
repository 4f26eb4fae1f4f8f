package io.mddc.upgrade.controlcenter.engine;

import static java.util.Objects.requireNonNullElse;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the embedded engine is started.
 *
 * @param webUiPort on the same address as the engine
 * @param toolsFolder where {@code temporal} is looked for before PATH
 */
public record EmbeddedSettings(Integer webUiPort, Path toolsFolder) {
    static final EmbeddedSettings DEFAULT = new EmbeddedSettings(null, null);

    private static final int DEFAULT_PORT = 8233;
    private static final int LARGEST = 65_535;

    public EmbeddedSettings(@Nullable Integer webUiPort, @Nullable Path toolsFolder) {
        this.webUiPort = requireNonNullElse(webUiPort, DEFAULT_PORT);
        this.toolsFolder = requireNonNullElse(toolsFolder, Path.of(".tools"));
        if (this.webUiPort < 1 || this.webUiPort > LARGEST) {
            throw new UnusableEngineSetting("embedded.webUiPort", this.webUiPort, "a port from 1 to " + LARGEST);
        }
    }
}

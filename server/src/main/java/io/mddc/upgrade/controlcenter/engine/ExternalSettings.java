package io.mddc.upgrade.controlcenter.engine;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an engine that somebody else runs is reached.
 *
 * @param webUi its Temporal Web UI, such as {@code https://temporal.example.org}; empty when there is none
 * @param apiKeyFile holds the key, read at each call so that it may be replaced; empty when none is wanted
 */
public record ExternalSettings(String webUi, TlsSettings tls, String apiKeyFile) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    static final ExternalSettings DEFAULT = new ExternalSettings(null, null, null);

    public ExternalSettings(@Nullable String webUi, @Nullable TlsSettings tls, @Nullable String apiKeyFile) {
        this.webUi = requireNonNullElse(webUi, "");
        this.tls = requireNonNullElse(tls, TlsSettings.OFF);
        this.apiKeyFile = requireNonNullElse(apiKeyFile, "");
        if (!this.webUi.isEmpty() && !isWeb(this.webUi)) {
            throw new UnusableEngineSetting("external.webUi", this.webUi, "an http or https address, or empty");
        }
        if (!this.apiKeyFile.isEmpty() && !this.tls.enabled()) {
            throw new UnusableEngineSetting(
                    "external.tls.enabled", false, "true, because a key must not travel in the clear");
        }
    }

    private static boolean isWeb(String text) {
        try {
            return SCHEMES.contains(requireNonNullElse(URI.create(text).getScheme(), ""));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}

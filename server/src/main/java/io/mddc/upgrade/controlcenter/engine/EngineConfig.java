package io.mddc.upgrade.controlcenter.engine;

import static java.util.Objects.requireNonNullElse;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code config/control-center.yml} says below {@code engine}. A key that is left out has the default of the embedded
 * engine.
 *
 * @param address gRPC, loopback only when embedded: the dev server has neither TLS nor access control
 * @param embedded read in mode {@code embedded} only
 * @param external read in mode {@code external} only
 */
public record EngineConfig(
        EngineMode mode, Endpoint address, String namespace, EmbeddedSettings embedded, ExternalSettings external) {
    private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    public EngineConfig(
            @Nullable EngineMode mode,
            @Nullable Endpoint address,
            @Nullable String namespace,
            @Nullable EmbeddedSettings embedded,
            @Nullable ExternalSettings external) {
        this.mode = requireNonNullElse(mode, EngineMode.EMBEDDED);
        this.address = requireNonNullElse(address, new Endpoint("127.0.0.1", 7233));
        this.namespace = requireNonNullElse(namespace, "default");
        this.embedded = requireNonNullElse(embedded, EmbeddedSettings.DEFAULT);
        this.external = requireNonNullElse(external, ExternalSettings.DEFAULT);
        check();
    }

    /** The defaults: embedded, on the ports Temporal is known by. */
    public static EngineConfig defaults() {
        return new EngineConfig(null, null, null, null, null);
    }

    private void check() {
        if (!NAMESPACE.matcher(namespace).matches()) {
            throw new UnusableEngineSetting("namespace", namespace, "letters, digits, '.', '_' and '-'");
        }
        if (mode == EngineMode.EMBEDDED && !address.isLoopback()) {
            throw new UnusableEngineSetting(
                    "address",
                    address,
                    "127.0.0.1:port, because the embedded engine has no access control and its parts meet there");
        }
        if (mode == EngineMode.EMBEDDED && embedded.webUiPort() == address.port()) {
            throw new UnusableEngineSetting(
                    "embedded.webUiPort", embedded.webUiPort(), "a port other than the one of engine.address");
        }
    }

    /** Where people look at workflows; empty when an external engine names none. */
    public String webUi() {
        return mode == EngineMode.EMBEDDED ? "http://" + address.host() + ":" + embedded.webUiPort() : external.webUi();
    }
}

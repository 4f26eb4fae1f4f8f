package io.mddc.upgrade.controlcenter.engine;

import static java.util.Objects.requireNonNullElse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * TLS towards an external engine; files are PEM, a key is PKCS#8, an empty name means none.
 *
 * @param authorityFile whom to trust; empty: whom the JDK trusts
 * @param certificateFile this control center's own certificate, where the engine asks for one
 * @param keyFile its key; both or neither
 */
public record TlsSettings(boolean enabled, String authorityFile, String certificateFile, String keyFile) {
    static final TlsSettings OFF = new TlsSettings(false, null, null, null);

    private static final String KEY = "external.tls.";

    public TlsSettings(
            boolean enabled,
            @Nullable String authorityFile,
            @Nullable String certificateFile,
            @Nullable String keyFile) {
        this.enabled = enabled;
        this.authorityFile = readable("authorityFile", authorityFile);
        this.certificateFile = readable("certificateFile", certificateFile);
        this.keyFile = readable("keyFile", keyFile);
        if (this.certificateFile.isEmpty() != this.keyFile.isEmpty()) {
            throw new UnusableEngineSetting(KEY + "keyFile", this.keyFile, "a file when there is a certificateFile");
        }
    }

    private static String readable(String key, @Nullable String name) {
        var file = requireNonNullElse(name, "");
        if (!file.isEmpty() && !Files.isReadable(Path.of(file))) {
            throw new UnusableEngineSetting(KEY + key, file, "a readable file, or empty");
        }
        return file;
    }
}

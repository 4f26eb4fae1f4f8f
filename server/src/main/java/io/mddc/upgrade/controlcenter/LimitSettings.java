package io.mddc.upgrade.controlcenter;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import org.jspecify.annotations.Nullable;

/**
 * How much one request may bring.
 *
 * @param json of any body that is not a package
 * @param pack of one package; the key is {@code package}
 */
public record LimitSettings(
        DataSize json, @JsonProperty("package") DataSize pack) {

    private static final long MOST_JSON = DataSize.mebibytes(64).toBytes();
    static final LimitSettings DEFAULT = new LimitSettings(null, null);

    public LimitSettings(@Nullable DataSize json, @JsonProperty("package") @Nullable DataSize pack) {
        this.json = requireNonNullElse(json, DataSize.mebibytes(1));
        this.pack = requireNonNullElse(pack, DataSize.gibibytes(8));
        if (this.json.toBytes() < 1 || this.json.toBytes() > MOST_JSON) {
            throw new UnusableSetting("limits.json", this.json, "1B to 64MiB");
        }
        if (this.pack.toBytes() < 1) {
            throw new UnusableSetting("limits.package", this.pack, "1B or more");
        }
    }
}

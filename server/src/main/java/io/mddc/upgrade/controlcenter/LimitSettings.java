package io.mddc.upgrade.controlcenter;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.DataSize;
import org.jspecify.annotations.Nullable;

/**
 * How much one request may bring, and one caller have.
 *
 * @param json of any body that is not a package
 * @param pack of one package; the key is {@code package}
 * @param eventStreams how many one caller may have open
 */
public record LimitSettings(
        DataSize json, @JsonProperty("package") DataSize pack, Integer eventStreams) {

    private static final long MOST_JSON = DataSize.mebibytes(64).toBytes();
    private static final int EVENT_STREAMS = 16;
    static final LimitSettings DEFAULT = new LimitSettings(null, null, null);

    public LimitSettings(
            @Nullable DataSize json, @JsonProperty("package") @Nullable DataSize pack, @Nullable Integer eventStreams) {
        this.eventStreams = requireNonNullElse(eventStreams, EVENT_STREAMS);
        this.json = requireNonNullElse(json, DataSize.mebibytes(1));
        this.pack = requireNonNullElse(pack, DataSize.gibibytes(8));
        if (this.json.toBytes() < 1 || this.json.toBytes() > MOST_JSON) {
            throw new UnusableSetting("limits.json", this.json, "1B to 64MiB");
        }
        if (this.pack.toBytes() < 1) {
            throw new UnusableSetting("limits.package", this.pack, "1B or more");
        }
        if (this.eventStreams < 1) {
            throw new UnusableSetting("limits.eventStreams", this.eventStreams, "1 or more");
        }
    }
}

package io.mddc.upgrade.controlcenter.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whose process the engine is. */
public enum EngineMode {
    /** A Temporal dev server that the control center starts beside itself. */
    EMBEDDED,
    /** A Temporal cluster that somebody else runs. */
    EXTERNAL;

    @JsonCreator
    public static EngineMode parse(String text) {
        return switch (text) {
            case "embedded" -> EMBEDDED;
            case "external" -> EXTERNAL;
            default -> throw new UnusableEngineSetting("mode", text, "embedded or external");
        };
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.mddc.upgrade.cluster;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The settings there are. */
public enum SettingName {
    WORKFLOW(Setting.Workflow.class),
    MODULE_UPDATE(Setting.ModuleUpdate.class),
    HEALTH_CHECK(Setting.HealthCheck.class);

    private final Class<? extends Setting> type;

    SettingName(Class<? extends Setting> type) {
        this.type = type;
    }

    public Class<? extends Setting> type() {
        return type;
    }

    /** As paths and people spell it, such as {@code module-update}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static SettingName fromString(String word) {
        return Arrays.stream(values())
                .filter(name -> name.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no setting '" + word + "': there are "
                        + Arrays.stream(values()).map(SettingName::word).collect(Collectors.joining(", "))));
    }
}

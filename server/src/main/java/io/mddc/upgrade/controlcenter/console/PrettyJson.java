package io.mddc.upgrade.controlcenter.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.mddc.upgrade.cluster.Setting;
import io.mddc.upgrade.json.UpgradeJson;

/** Documents with a line for each key. */
final class PrettyJson {
    private static final ObjectWriter WRITER = UpgradeJson.mapper().writerWithDefaultPrettyPrinter();

    private PrettyJson() {}

    static String of(Setting setting) {
        try {
            return WRITER.writeValueAsString(setting);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** What somebody else's worker reported: what is not JSON is shown as it came. */
    static String of(String document) {
        try {
            return WRITER.writeValueAsString(UpgradeJson.mapper().readTree(document));
        } catch (JsonProcessingException noJson) {
            return document;
        }
    }
}

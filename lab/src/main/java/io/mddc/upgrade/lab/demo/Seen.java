package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.lab.ledger.Balance;
import java.nio.file.Path;

/**
 * The report, and what it is judged by beside its own numbers.
 *
 * @param balance it was made from
 * @param fewest so many instances had to take work at every moment
 */
record Seen(DemoReport report, Balance balance, int fewest) {
    void write(Path file) {
        Folders.write(file, json());
    }

    private String json() {
        try {
            return UpgradeJson.mapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(report) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the report cannot be written as JSON", e);
        }
    }
}

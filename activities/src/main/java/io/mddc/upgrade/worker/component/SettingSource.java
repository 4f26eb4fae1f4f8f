package io.mddc.upgrade.worker.component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.worker.control.Command;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a setting that a component keeps is read; reading only. */
public sealed interface SettingSource {
    /** Answers 200 with the setting as JSON. */
    record AtPath(String path) implements SettingSource {}

    /** A program with its arguments that writes the setting as JSON. */
    record ByProgram(List<String> arguments) implements SettingSource {
        public ByProgram {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * The setting as canonical JSON: keys sorted, nothing between. Throws {@link ComponentSilent} when it cannot be read.
     *
     * @param apiKeyFile empty when the component wants none
     */
    default String read(URI address, Optional<Path> apiKeyFile) {
        return this instanceof AtPath at
                ? canonical(new ComponentHttp(address, apiKeyFile)
                        .get(at.path())
                        .expecting(200)
                        .body())
                : parsed(((ByProgram) this).arguments());
    }

    private static String parsed(List<String> program) {
        var output = CommandClient.output(new Command(program, Duration.ofSeconds(5)));
        try {
            return canonical(UpgradeJson.mapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(output));
        } catch (JsonProcessingException e) {
            throw new ComponentSilent(program + " wrote something that is not JSON", e);
        }
    }

    /** Maps are written sorted, trees are not: so it becomes maps first. */
    private static String canonical(JsonNode document) {
        if (document.isMissingNode()) {
            throw new ComponentSilent("a setting is empty");
        }
        ObjectMapper sorting = UpgradeJson.mapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        try {
            return sorting.writeValueAsString(sorting.treeToValue(document, Object.class));
        } catch (JsonProcessingException e) {
            throw new ComponentSilent("a setting cannot be written as JSON", e);
        }
    }
}

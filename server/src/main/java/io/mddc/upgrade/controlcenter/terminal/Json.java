package io.mddc.upgrade.controlcenter.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mddc.upgrade.json.UpgradeJson;
import java.io.UncheckedIOException;

/** The JSON the control center speaks, read and written. */
final class Json {
    private static final ObjectMapper MAPPER = UpgradeJson.mapper();

    private Json() {}

    /** What is no JSON, such as the page of a proxy, is missing. */
    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    static <T> T read(JsonNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }

    static JsonNode write(Object value) {
        return MAPPER.valueToTree(value);
    }

    static String pretty(JsonNode node) {
        return node.toPrettyString();
    }

    static String line(JsonNode node) {
        return node.toString();
    }
}

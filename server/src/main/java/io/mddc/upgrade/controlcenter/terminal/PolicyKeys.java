package io.mddc.upgrade.controlcenter.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code drain.limit=PT4H} of the command line as {@code {"drain":{"limit":"PT4H"}}}. What is allowed, the server knows. */
final class PolicyKeys {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,9}");

    private PolicyKeys() {}

    static ObjectNode nested(Map<String, String> keys) {
        var root = JSON.objectNode();
        keys.forEach((key, value) -> put(root, key, value));
        return root;
    }

    private static void put(ObjectNode root, String key, String value) {
        var dot = key.indexOf('.');
        if (dot < 0) {
            root.set(key, valueOf(value));
            return;
        }
        var group = key.substring(0, dot);
        if (!root.has(group)) {
            root.putObject(group);
        }
        if (!(root.get(group) instanceof ObjectNode child)) {
            throw new ContradictingKeys(group);
        }
        put(child, key.substring(dot + 1), value);
    }

    /** A key has a value of its own and keys below it. */
    static final class ContradictingKeys extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private final String sentence;

        ContradictingKeys(String group) {
            super(group);
            this.sentence = "--policy " + group + " has a value and keys below it: allowed is one of the two";
        }

        String sentence() {
            return sentence;
        }
    }

    private static JsonNode valueOf(String text) {
        if (WHOLE_NUMBER.matcher(text).matches()) {
            return JSON.numberNode(Integer.parseInt(text));
        }
        return switch (text) {
            case "true", "false" -> JSON.booleanNode(Boolean.parseBoolean(text));
            default -> JSON.textNode(text);
        };
    }
}

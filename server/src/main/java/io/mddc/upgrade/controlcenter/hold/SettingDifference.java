package io.mddc.upgrade.controlcenter.hold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.mddc.upgrade.json.UpgradeJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What became another between two JSON documents, for people: which key, from what, to what. Long ones are shortened. */
final class SettingDifference {
    private static final int KEYS = 8;
    private static final int LETTERS = 60;

    private SettingDifference() {}

    /**
     * @param before empty when it was too long to be kept
     * @param after the same
     */
    static String of(String before, String after) {
        if (before.isEmpty() || after.isEmpty()) {
            return "the document is too long to show what";
        }
        var old = flat(before);
        var now = flat(after);
        var keys = new TreeSet<>(old.keySet());
        keys.addAll(now.keySet());
        var changes = new ArrayList<String>();
        for (var key : keys) {
            var from = old.getOrDefault(key, "nothing");
            var to = now.getOrDefault(key, "nothing");
            if (!from.equals(to)) {
                changes.add("%s from %s to %s".formatted(key, shortened(from), shortened(to)));
            }
        }
        return listed(changes);
    }

    private static String listed(List<String> changes) {
        var shown = String.join(", ", changes.subList(0, Math.min(KEYS, changes.size())));
        return changes.size() > KEYS ? shown + " and " + (changes.size() - KEYS) + " more" : shown;
    }

    private static Map<String, String> flat(String document) {
        var leaves = new TreeMap<String, String>();
        try {
            collect("", UpgradeJson.mapper().readTree(document), leaves);
        } catch (JsonProcessingException broken) {
            leaves.put("the document", document);
        }
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties()
                    .forEach(field -> collect(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), leaves));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), leaves);
            }
        } else {
            leaves.put(path.isEmpty() ? "the document" : path, node.toString());
        }
    }

    private static String shortened(String value) {
        return value.length() <= LETTERS ? value : value.substring(0, LETTERS) + "…";
    }
}

package io.mddc.upgrade.controlcenter.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mddc.upgrade.cluster.Setting;
import io.mddc.upgrade.cluster.SettingName;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.controlcenter.rest.InvalidRequest;
import io.mddc.upgrade.controlcenter.rest.JsonProblems;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The settings as the documents that people and scripts read and send. REST and page both come this way, so what one of them
 * refuses the other refuses too.
 */
public final class SettingDocuments {
    private final Settings settings;
    private final ObjectMapper json;

    /**
     * @param json reads what people send
     */
    public SettingDocuments(Settings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /**
     * A document as somebody sent it.
     *
     * @param ifMatch the entity tags one of which the present document must have; empty to replace whatever is there
     * @param by the name of the sender
     */
    public record Sent(JsonNode document, Optional<String> ifMatch, String by) {}

    /** All of one moment: who freezes one freezes all. */
    public List<SettingView> list() {
        return settings.list();
    }

    SettingView get(SettingName name) {
        return settings.get(name);
    }

    /** What was typed rather than sent as JSON; a refusal says where it cannot be read. */
    public JsonNode read(String typed) {
        try {
            return json.readTree(typed);
        } catch (JsonProcessingException malformed) {
            throw JsonProblems.of(malformed);
        }
    }

    /** Refused with what is wrong with the document, while an upgrade holds the cluster, and when another was read. */
    public SettingView put(SettingName name, Sent sent) {
        return settings.put(
                name,
                value(name, sent.document()),
                sent.by(),
                digest -> sent.ifMatch().map(tags -> matches(tags, digest)).orElse(true));
    }

    /** The entity tag of a document, as If-Match has it. */
    public static String tag(Sha256 digest) {
        return "\"" + digest + "\"";
    }

    private Setting value(SettingName name, JsonNode document) {
        if (!document.isObject()) {
            throw new InvalidRequest("The body has the wrong form: expected is an object");
        }
        try {
            return json.treeToValue(document, name.type());
        } catch (JsonProcessingException notAllowed) {
            throw JsonProblems.of(notAllowed);
        }
    }

    private static boolean matches(String tags, Sha256 digest) {
        return Arrays.stream(tags.split(",", -1))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(tag(digest)));
    }
}

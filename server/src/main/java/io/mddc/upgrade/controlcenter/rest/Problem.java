package io.mddc.upgrade.controlcenter.rest;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A problem as RFC 9457 has it.
 *
 * @param name the fact in CamelCase; type and title are made of it
 * @param instance the path that was asked for
 * @param extras further members
 */
public record Problem(String name, int status, String detail, String instance, Map<String, Object> extras)
        implements Explained {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        extras = Map.copyOf(extras);
    }

    static Problem of(Refusal refusal, String instance) {
        return new Problem(
                refusal.getClass().getSimpleName(), refusal.status(), refusal.detail(), instance, refusal.extras());
    }

    @JsonValue
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "/problems/" + words("-"));
        members.put("title", title());
        members.put("status", status);
        members.put("detail", detail);
        members.put("instance", instance);
        members.putAll(extras);
        return members;
    }

    private String title() {
        var words = words(" ");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private String words(String between) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", between).toLowerCase(Locale.ROOT);
    }
}

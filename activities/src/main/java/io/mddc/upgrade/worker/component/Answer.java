package io.mddc.upgrade.worker.component;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * One answer of a component, read strictly: a field that is missing or of another kind makes the whole answer unreadable.
 *
 * @param source what was asked, for messages
 */
record Answer(String source, int status, JsonNode body) {

    /** Throws {@link ComponentSilent} for any other status. */
    Answer expecting(int expected) {
        if (status != expected) {
            throw new ComponentSilent(source + " answered " + status + ", expected " + expected);
        }
        return this;
    }

    String text(String field) {
        return field(field, JsonNode::isTextual, "text").asText();
    }

    long count(String field) {
        return field(field, it -> it.isIntegralNumber() && it.canConvertToLong() && it.longValue() >= 0, "a count")
                .longValue();
    }

    double number(String field) {
        return field(field, it -> it.isNumber() && it.doubleValue() >= 0, "a number of 0 or more")
                .doubleValue();
    }

    boolean flag(String field) {
        return field(field, JsonNode::isBoolean, "true or false").booleanValue();
    }

    Instant instant(String field) {
        var text = text(field);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new ComponentSilent(source + ": " + field + " is '" + text + "', expected an instant", e);
        }
    }

    Answer object(String field) {
        return within(field(field, JsonNode::isObject, "an object"), field);
    }

    List<Answer> list(String field) {
        return elements(field(field, JsonNode::isArray, "a list"), field);
    }

    /** The elements when the body itself is a list. */
    List<Answer> elements() {
        return elements(body, "the body");
    }

    boolean isList() {
        return body.isArray();
    }

    boolean has(String field) {
        return body.hasNonNull(field);
    }

    private List<Answer> elements(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(element -> within(element, name))
                .toList();
    }

    private Answer within(JsonNode part, String name) {
        return new Answer(source + " " + name, status, part);
    }

    private JsonNode field(String name, Predicate<JsonNode> kind, String expected) {
        var value = body.path(name);
        if (!kind.test(value)) {
            throw new ComponentSilent(source + ": " + name + " is "
                    + (value.isMissingNode() ? "missing" : "'" + shortened(value) + "'") + ", expected " + expected);
        }
        return value;
    }

    private static String shortened(JsonNode value) {
        var text = value.toString();
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}

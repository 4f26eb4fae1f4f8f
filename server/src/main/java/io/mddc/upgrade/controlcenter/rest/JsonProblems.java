package io.mddc.upgrade.controlcenter.rest;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** Says what is wrong with JSON in the words of its sender: the field, the value, what is allowed. */
public final class JsonProblems {
    private JsonProblems() {}

    public static Refusal of(JsonProcessingException failure) {
        return failure instanceof JsonMappingException mapping
                ? new InvalidRequest(sentence(mapping))
                : new MalformedRequest("The body is not JSON: " + failure.getOriginalMessage() + at(failure));
    }

    /** Such as {@code policy.drain.limt is unknown: allowed is idleConfirm, limit, longestSlice, slice}. */
    public static String sentence(JsonMappingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return path(failure) + " is unknown: allowed is " + names(unknown.getKnownPropertyIds());
        }
        if (failure instanceof InvalidFormatException format) {
            return path(failure) + " is '" + format.getValue() + "': allowed is " + allowed(format.getTargetType());
        }
        if (failure instanceof ValueInstantiationException instantiation) {
            return path(failure) + ": " + reason(instantiation);
        }
        if (failure instanceof InvalidTypeIdException type) {
            return path(failure) + ": '" + type.getTypeId() + "' is not a kind of it";
        }
        return path(failure) + ": " + failure.getOriginalMessage();
    }

    private static String at(JsonProcessingException failure) {
        var location = failure.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String reason(JsonMappingException failure) {
        return Optional.ofNullable(failure.getCause())
                .map(Throwable::getMessage)
                .orElse(failure.getOriginalMessage());
    }

    private static String allowed(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "Duration" -> "an ISO-8601 duration such as PT30S";
            case "Instant" -> "an ISO-8601 instant such as 2026-11-22T02:00:00Z";
            case "int", "Integer", "long", "Long" -> "a whole number";
            default -> "a " + type.getSimpleName();
        };
    }

    private static String names(Collection<Object> known) {
        return known.stream().map(String::valueOf).sorted().collect(joining(", "));
    }

    private static String path(JsonMappingException failure) {
        var path = failure.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
                .collect(joining());
        return path.isEmpty() ? "The body" : path.replaceFirst("^\\.", "");
    }
}

package io.mddc.upgrade.controlcenter.rest;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with JSON in the words of its sender: the field, the value, what is allowed. */
public final class JsonProblems {
    private JsonProblems() {}

    public static Refusal of(JsonProcessingException failure) {
        return failure instanceof JsonMappingException mapping
                ? new InvalidRequest(sentence(mapping))
                : new MalformedRequest("The body is not JSON: "
                        + failure.getOriginalMessage().replaceFirst(" \\(start marker at .*", "") + at(failure));
    }

    /** Such as {@code policy.drain.limt is unknown: allowed is idleConfirm, limit, longestSlice, slice}. */
    public static String sentence(JsonMappingException failure) {
        return sentence(failure, path(failure).orElse("The body"));
    }

    /** The same for a value that itself stands below a key. */
    public static String sentenceBelow(String key, JsonMappingException failure) {
        return sentence(failure, path(failure).map(path -> key + "." + path).orElse(key));
    }

    private static String sentence(JsonMappingException failure, String path) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return path + " is unknown: allowed is " + names(unknown.getKnownPropertyIds());
        }
        if (failure instanceof InvalidFormatException format) {
            return path + " is '" + format.getValue() + "': allowed is " + allowed(format.getTargetType());
        }
        if (failure instanceof ValueInstantiationException instantiation) {
            return path + ": " + reason(instantiation);
        }
        if (failure instanceof InvalidTypeIdException type) {
            return path + ".kind is '" + type.getTypeId() + "': allowed is " + kinds(type);
        }
        return failure instanceof MismatchedInputException mismatch
                ? path + " has the wrong form: expected is " + expected(mismatch.getTargetType())
                : path + ": " + failure.getOriginalMessage();
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : allowed(type);
    }

    private static String at(JsonProcessingException failure) {
        var location = failure.getLocation();
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String reason(JsonMappingException failure) {
        return Optional.ofNullable(failure.getCause())
                .map(cause ->
                        cause instanceof NullPointerException ? cause.getMessage() + " is missing" : cause.getMessage())
                .orElse(failure.getOriginalMessage());
    }

    private static String allowed(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "Duration" -> "an ISO-8601 duration such as PT30S";
            case "Instant" -> "an ISO-8601 instant such as 2026-11-22T02:00:00Z";
            case "ZoneId" -> "a name of the IANA database such as Europe/Berlin";
            case "LocalTime" -> "a time of the day such as 22:00";
            case "LocalDateTime" -> "a local date and time such as 2026-11-22T22:00";
            case "int", "Integer", "long", "Long" -> "a whole number";
            default -> "a " + type.getSimpleName();
        };
    }

    private static String kinds(InvalidTypeIdException failure) {
        return Optional.ofNullable(failure.getBaseType().getRawClass().getAnnotation(JsonSubTypes.class))
                .map(kinds -> Arrays.stream(kinds.value())
                        .map(JsonSubTypes.Type::name)
                        .collect(joining(", ")))
                .orElse("another");
    }

    private static String names(Collection<Object> known) {
        return known.stream().map(String::valueOf).sorted().collect(joining(", "));
    }

    private static Optional<String> path(JsonMappingException failure) {
        return Optional.of(failure.getPath().stream()
                        .map(part ->
                                part.getFieldName() == null ? "[" + part.getIndex() + "]" : "." + part.getFieldName())
                        .collect(joining())
                        .replaceFirst("^\\.", ""))
                .filter(path -> !path.isEmpty());
    }
}

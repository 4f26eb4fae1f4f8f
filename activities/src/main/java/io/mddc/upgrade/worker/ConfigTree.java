package io.mddc.upgrade.worker;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A part of a configuration file that knows where it stands, so that each complaint names its key. */
final class ConfigTree {
    private final String path;
    private final JsonNode node;

    private ConfigTree(String path, JsonNode node) {
        this.path = path;
        this.node = node;
    }

    static ConfigTree read(Path file) {
        return read(file, "");
    }

    /**
     * @param prefix stands before each key in a complaint
     */
    static ConfigTree read(Path file, String prefix) {
        if (!Files.isRegularFile(file)) {
            throw new BadConfig("there is no configuration file " + file.toAbsolutePath() + ": name one with --config");
        }
        try {
            var yaml = new ObjectMapper(new YAMLFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION));
            var tree = yaml.readTree(file.toFile());
            if (!tree.isObject()) {
                throw new BadConfig(file + " has no keys");
            }
            return new ConfigTree(prefix, tree);
        } catch (JsonProcessingException e) {
            throw new BadConfig(file + " is not YAML: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new BadConfig(file + " cannot be read: " + e.getMessage());
        }
    }

    /** A key nobody reads is a mistyped one. */
    ConfigTree allowingOnly(String... keys) {
        var unknown = new TreeSet<String>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(Set.of(keys));
        if (!unknown.isEmpty()) {
            throw new BadConfig("unknown key " + key(unknown.first()) + ": allowed are " + String.join(", ", keys));
        }
        return this;
    }

    String text(String key) {
        return value(key, Function.identity(), "a text");
    }

    String textOr(String key, String otherwise) {
        return node.has(key) ? text(key) : otherwise;
    }

    Path path(String key) {
        return value(key, text -> Path.of(text).toAbsolutePath().normalize(), "a path");
    }

    /** Empty when the key is not there. */
    List<Path> paths(String key) {
        return node.has(key) && !node.path(key).isEmpty()
                ? texts(key).stream()
                        .map(text -> Path.of(text).toAbsolutePath().normalize())
                        .toList()
                : List.of();
    }

    /** Empty when the key is not there or says nothing. */
    Optional<Path> optionalPath(String key) {
        return node.path(key).asText("").isEmpty() ? Optional.empty() : Optional.of(path(key));
    }

    Duration duration(String key, Duration otherwise) {
        if (!node.has(key)) {
            return otherwise;
        }
        var allowed = "a duration of more than PT0S and at most PT10M, such as PT2S";
        var duration = value(key, Duration::parse, allowed);
        if (duration.isZero() || duration.isNegative() || duration.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new BadConfig(key(key), node.path(key).asText(), allowed);
        }
        return duration;
    }

    URI httpAddress(String key) {
        var allowed = "an address such as http://127.0.0.1:8008";
        var address = value(key, URI::create, allowed);
        var scheme = String.valueOf(address.getScheme());
        if (!Set.of("http", "https").contains(scheme) || address.getHost() == null) {
            throw new BadConfig(key(key), address, allowed);
        }
        return URI.create(address.toString().replaceFirst("/+$", ""));
    }

    <T> T value(String key, Function<String, T> parse, String allowed) {
        var value = node.path(key);
        if (value.isMissingNode() || value.isNull()) {
            throw new BadConfig(key(key) + " is missing: allowed is " + allowed);
        }
        if (!value.isValueNode() || value.asText().isBlank()) {
            throw new BadConfig(key(key), value, allowed);
        }
        try {
            return parse.apply(value.asText());
        } catch (RuntimeException e) {
            throw new BadConfig(key(key), value.asText(), allowed);
        }
    }

    <T extends Enum<T>> T choice(String key, Class<T> kind) {
        return value(key, text -> Enum.valueOf(kind, text), "one of " + List.of(kind.getEnumConstants()));
    }

    boolean flag(String key) {
        return value(key, ConfigTree::trueOrFalse, "true or false");
    }

    private static boolean trueOrFalse(String text) {
        if (!Set.of("true", "false").contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.parseBoolean(text);
    }

    List<String> texts(String key) {
        var list = node.path(key);
        if (!list.isArray() || list.isEmpty()) {
            throw new BadConfig(key(key), list, "a list of texts, not empty");
        }
        return IntStream.range(0, list.size())
                .mapToObj(i -> list.get(i).asText())
                .toList();
    }

    ConfigTree section(String key) {
        var part = node.path(key);
        if (!part.isObject()) {
            throw new BadConfig(key(key), part instanceof MissingNode ? "missing" : part, "a section of keys");
        }
        return new ConfigTree(key(key) + ".", part);
    }

    boolean has(String key) {
        return node.has(key);
    }

    /** Empty when the key is not there. */
    List<ConfigTree> sections(String key) {
        var list = node.path(key);
        return IntStream.range(0, list.size())
                .mapToObj(i -> new ConfigTree(key(key) + "[" + i + "].", list.get(i)))
                .toList();
    }

    private String key(String name) {
        return path + name;
    }
}

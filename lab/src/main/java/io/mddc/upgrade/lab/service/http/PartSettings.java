package io.mddc.upgrade.lab.service.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** A part's settings: lines of {@code key=value}. A missing or bad one is refused by name. */
public record PartSettings(Path file, Map<String, String> values) {
    public PartSettings {
        values = Map.copyOf(values);
    }

    public static PartSettings read(Path file) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Settings file " + file + " cannot be read", e);
        }
        return new PartSettings(
                file,
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toMap(name -> name, properties::getProperty)));
    }

    /** The same settings with one changed. */
    public PartSettings with(String key, String value) {
        var changed = new HashMap<>(values);
        changed.put(key, value);
        return new PartSettings(file, changed);
    }

    public String text(String key) {
        return optional(key).orElseThrow(() -> new BadSetting(file + ": " + key + " is missing"));
    }

    /** Empty when it is missing or blank. */
    public Optional<String> optional(String key) {
        return Optional.ofNullable(values.get(key)).map(String::trim).filter(value -> !value.isEmpty());
    }

    public int number(String key) {
        try {
            return Integer.parseInt(text(key));
        } catch (NumberFormatException e) {
            throw bad(key, "a whole number", e);
        }
    }

    public long longNumber(String key) {
        try {
            return Long.parseLong(text(key));
        } catch (NumberFormatException e) {
            throw bad(key, "a whole number", e);
        }
    }

    public Duration duration(String key) {
        try {
            return Duration.parse(text(key));
        } catch (DateTimeParseException e) {
            throw bad(key, "a duration such as PT3S", e);
        }
    }

    public URI url(String key) {
        try {
            return URI.create(text(key));
        } catch (IllegalArgumentException e) {
            throw bad(key, "an address such as http://127.0.0.1:8880", e);
        }
    }

    public Path path(String key) {
        return Path.of(text(key));
    }

    /** Where the part listens: {@code address} and {@code port}. */
    public InetSocketAddress listen() {
        return new InetSocketAddress(text("address"), number("port"));
    }

    /** The content of {@code versionFile}: what is installed, with the revision. */
    public String installedVersion() {
        try {
            return Files.readString(path("versionFile")).trim();
        } catch (IOException e) {
            throw new UncheckedIOException("versionFile " + text("versionFile") + " cannot be read", e);
        }
    }

    private BadSetting bad(String key, String allowed, RuntimeException cause) {
        return new BadSetting(file + ": " + key + " is '" + text(key) + "': allowed is " + allowed, cause);
    }
}

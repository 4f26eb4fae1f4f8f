package io.mddc.upgrade.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * The worker's own version: what its package says by the property {@code mddc.version}, else what its jar says, else
 * {@code dev}.
 */
final class WorkerVersion {
    private static final String DESCRIPTION = "/META-INF/maven/io.mddc.upgrade/activities/pom.properties";

    private WorkerVersion() {}

    static String read() {
        return Optional.ofNullable(System.getProperty("mddc.version")).orElseGet(WorkerVersion::ofJar);
    }

    private static String ofJar() {
        try (var resource = WorkerVersion.class.getResourceAsStream(DESCRIPTION)) {
            if (resource == null) {
                return "dev";
            }
            var properties = new Properties();
            properties.load(resource);
            return properties.getProperty("version", "dev");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + DESCRIPTION, e);
        }
    }
}

package io.mddc.upgrade.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The worker's own version, as its jar says; {@code dev} when it does not run from one. */
final class WorkerVersion {
    private static final String DESCRIPTION = "/META-INF/maven/io.mddc.upgrade/activities/pom.properties";

    private WorkerVersion() {}

    static String read() {
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

package io.mddc.upgrade.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabProfilesTest {
    private static final Path SHIPPED = Path.of("../config/profiles");

    @TempDir
    private Path folder;

    @Test
    void changesNothingOfTheProductsProfilesButTheTimeThatClientsNeed() throws IOException {
        new LabProfiles(SHIPPED, folder).write(Duration.ofSeconds(1));

        assertThat(read(folder, "api-gateway").path("deregistrationDelay").asText())
                .isEqualTo("PT1S");
        assertThat(read(folder, "api-gateway").path("talk"))
                .isEqualTo(read(SHIPPED, "api-gateway").path("talk"));
        assertThat(read(folder, "core")).isEqualTo(read(SHIPPED, "core"));
    }

    private static JsonNode read(Path profiles, String name) throws IOException {
        return new YAMLMapper().readTree(profiles.resolve(name + ".yml").toFile());
    }
}

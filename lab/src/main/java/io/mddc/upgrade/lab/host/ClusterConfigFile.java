package io.mddc.upgrade.lab.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.mddc.upgrade.json.UpgradeJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the section {@code cluster} of {@code config/lab.yml}. */
public final class ClusterConfigFile {
    private ClusterConfigFile() {}

    /** A bad value is refused, naming file, key, value and what is allowed. */
    public static ClusterConfig read(Path file) {
        JsonNode section;
        try {
            section = new YAMLMapper().readTree(file.toFile()).path("cluster");
        } catch (IOException e) {
            throw new BadLabConfig(file + " cannot be read: " + e.getMessage(), e);
        }
        try {
            return UpgradeJson.mapper()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .treeToValue(section, ClusterConfig.class);
        } catch (ValueInstantiationException e) {
            throw new BadLabConfig(file + ": cluster: " + said(e), e);
        } catch (JsonProcessingException e) {
            throw new BadLabConfig(file + ": cluster: " + e.getOriginalMessage(), e);
        }
    }

    /** What the value's own check said. */
    private static String said(ValueInstantiationException e) {
        return Optional.ofNullable(e.getCause()).map(Throwable::getMessage).orElse(e.getOriginalMessage());
    }
}

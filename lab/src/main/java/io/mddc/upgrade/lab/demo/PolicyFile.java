package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.plan.Policy;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the policy the upgrade will run under, to know the soak that is asked for. */
final class PolicyFile {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private PolicyFile() {}

    static Policy read(Path file) {
        var json = UpgradeJson.mapper();
        try {
            var tree = YAML.readTree(file.toFile());
            return json.treeToValue(tree, Policy.class);
        } catch (JsonMappingException e) {
            throw new UnusableSetting("--policy " + file + ": " + said(e));
        } catch (IOException e) {
            throw new UnusableSetting("--policy " + file + " cannot be read: " + e.getMessage());
        }
    }

    /** The same policy with one unit at a time, written there. */
    static Path oneAfterAnother(Path file, Path copy) {
        var policy = UpgradeJson.mapper().<ObjectNode>valueToTree(read(file));
        Folders.writeJson(copy, policy.put("concurrency", 1));
        return copy;
    }

    private static String said(JsonMappingException e) {
        var cause = e.getCause();
        return cause instanceof IllegalArgumentException ? String.valueOf(cause.getMessage()) : e.getOriginalMessage();
    }
}

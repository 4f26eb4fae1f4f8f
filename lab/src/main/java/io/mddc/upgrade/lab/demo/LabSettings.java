package io.mddc.upgrade.lab.demo;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.lab.host.ClusterConfig;
import io.mddc.upgrade.lab.packaging.LabPart;
import java.io.IOException;
import java.util.Optional;

/** {@code config/lab.yml} with what the command line says otherwise. */
final class LabSettings {
    private LabSettings() {}

    static ClusterConfig read(Folders folders, DemoRequest request) {
        var file = folders.home().resolve("config/lab.yml");
        try {
            var cluster = (ObjectNode)
                    new ObjectMapper(new YAMLFactory()).readTree(file.toFile()).path("cluster");
            cluster.put("workFolder", folders.cluster().toString());
            cluster.withObject("/shape")
                    .put("cores", request.shape().cores())
                    .put("gateways", request.shape().gateways());
            cluster.withObject("/core/scanTime").put("seed", request.traffic().seed());
            return UpgradeJson.mapper().treeToValue(cluster, ClusterConfig.class);
        } catch (JsonMappingException e) {
            throw new UnusableSetting(file + ": " + said(e));
        } catch (IOException e) {
            throw new UnusableSetting(file + " cannot be read: " + e.getMessage());
        }
    }

    /** What the Cores are upgraded from. */
    static Version former(ClusterConfig config) {
        return Optional.ofNullable(config.versions().get(LabPart.CORE)).orElseThrow();
    }

    private static String said(JsonMappingException e) {
        var cause = e.getCause();
        return cause instanceof IllegalArgumentException ? String.valueOf(cause.getMessage()) : e.getOriginalMessage();
    }
}

package io.mddc.upgrade.lab.service.core;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.cluster.VersionOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The vendor's wording of what a Core tells about itself. */
final class CoreAnswers {
    /** From here on {@code /stat/nodes} answers an object; before, an array. */
    private static final Version NEW_SHAPE = new Version("5.17.0");

    private static final int QUEUE = 100;
    private static final String ENGINE = "eicar_1_linux";
    private static final String SECOND_ENGINE = "archive_1_linux";

    private final Version version;

    /** How the engines are. */
    enum Engines {
        LOADING(0),
        ACTIVE(2),
        /** The second one is not; files are scanned all the same. */
        ONE_INACTIVE(1);

        private final int active;

        Engines(int active) {
            this.active = active;
        }

        int active() {
            return active;
        }
    }

    /**
     * @param enough so many engines are active as the Health check asks for
     * @param minimum what it asks for
     */
    record Wanted(boolean enough, int minimum) {}

    CoreAnswers(Version version) {
        this.version = version;
    }

    Map<String, Object> version() {
        return Map.of("product_id", "MSCL", "version", version.upstream());
    }

    Map<String, Object> readiness(boolean database, Wanted engines, int inWork) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("database", Map.of("status", database));
        answer.put("license", Map.of("status", "ok"));
        answer.put(
                "scan_queue",
                Map.of("max_number_in_queue", QUEUE, "number_in_queue", inWork, "threshold", QUEUE, "status", true));
        answer.put("number_active_av_engines", Map.of("threshold", engines.minimum(), "status", engines.enough()));
        answer.put(
                "engines",
                List.of(
                        Map.of("engine_id", ENGINE, "required", true, "status", engines.enough()),
                        Map.of("engine_id", SECOND_ENGINE, "required", false, "status", engines.enough())));
        return answer;
    }

    Object nodes(Engines engines, String definitions, int inWork, double uptimeSeconds) {
        var node = new LinkedHashMap<String, Object>();
        node.put("scan_queue", inWork);
        node.put("total_scan_queue", QUEUE);
        node.put("load", inWork);
        node.put("uptime", uptimeSeconds);
        node.put("version", version.upstream());
        node.put("issues", issues(engines));
        node.put(
                "engines",
                List.of(
                        engine(ENGINE, engines != Engines.LOADING, definitions),
                        engine(SECOND_ENGINE, engines == Engines.ACTIVE, definitions)));
        if (VersionOrder.DEBIAN.compare(new Version(version.upstream()), NEW_SHAPE) < 0) {
            return List.of(node);
        }
        node.put("scan_queue_details", Map.of("available_slots", QUEUE - inWork, "total_scan_queue", QUEUE));
        return Map.of("statuses", List.of(node));
    }

    private static Map<String, Object> engine(String id, boolean active, String definitions) {
        return Map.of("id", id, "active", active, "db_ver", definitions);
    }

    private static List<Map<String, Object>> issues(Engines engines) {
        return switch (engines) {
            case LOADING -> List.of(Map.of("description", "Engines are loading", "severity", "warning"));
            case ACTIVE -> List.of();
            case ONE_INACTIVE ->
                List.of(Map.of("description", "Engine " + SECOND_ENGINE + " is not active", "severity", "error"));
        };
    }
}

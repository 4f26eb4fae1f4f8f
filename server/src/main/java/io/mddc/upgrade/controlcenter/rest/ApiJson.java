package io.mddc.upgrade.controlcenter.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.protocol.PermitRequest;
import io.mddc.upgrade.protocol.WatchedSetting;
import io.mddc.upgrade.protocol.WorkerReport;

/**
 * JSON as people and scripts send it: a key nobody knows is a mistake and is refused. Only what workers send may have more
 * than we know, because a worker may be newer.
 */
public final class ApiJson {
    private ApiJson() {}

    public static ObjectMapper mapper() {
        return UpgradeJson.mapper()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .addMixIn(WorkerReport.class, Lenient.class)
                .addMixIn(Instance.class, Lenient.class)
                .addMixIn(WatchedSetting.class, Lenient.class)
                .addMixIn(PermitRequest.class, Lenient.class);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private interface Lenient {}
}

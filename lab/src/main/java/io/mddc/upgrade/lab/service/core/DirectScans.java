package io.mddc.upgrade.lab.service.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The last results of files handed to this Core itself; they are not work of the cluster and take no time. */
final class DirectScans {
    private static final int KEPT = 1000;

    private final Map<String, ScanResult> results = new LinkedHashMap<>();

    synchronized String add(ScanResult result) {
        if (results.size() == KEPT) {
            results.remove(results.keySet().iterator().next());
        }
        var dataId = UUID.randomUUID().toString().replace("-", "");
        results.put(dataId, result);
        return dataId;
    }

    synchronized Optional<ScanResult> find(String dataId) {
        return Optional.ofNullable(results.get(dataId));
    }
}

package io.mddc.upgrade.lab.service.shared;

import io.mddc.upgrade.lab.service.http.PartClient;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the books of the shared services over HTTP. Each call throws {@code PartUnreachable} when they do not answer. */
public final class SharedProbe {
    private final PartClient client;

    public SharedProbe(URI url) {
        client = new PartClient(url, Duration.ofSeconds(5));
    }

    /** How many Cores were active since when, one entry for each change, oldest first. */
    public List<ActiveCount> activeHistory() {
        return List.of(client.get("/active", ActiveCount[].class));
    }

    /** Every accepted file by its id. */
    public Map<String, FileRecord> results() {
        var byId = new LinkedHashMap<String, FileRecord>();
        Arrays.stream(client.get("/results", FileRecord[].class)).forEach(file -> byId.put(file.dataId(), file));
        return byId;
    }

    public Optional<FileRecord> result(String dataId) {
        return client.find("/tasks/" + dataId, FileRecord.class);
    }

    /** Every Core that ever held a lease, by its id. */
    public Map<String, CoreRecord> cores() {
        var byId = new LinkedHashMap<String, CoreRecord>();
        Arrays.stream(client.get("/cores", CoreRecord[].class)).forEach(core -> byId.put(core.id(), core));
        return byId;
    }

    public Optional<CoreRecord> core(String id) {
        return Optional.ofNullable(cores().get(id));
    }

    /** Every time a Core began or ceased to take work, oldest first. */
    public List<WorkSwitch> workSwitches() {
        return List.of(client.get("/switches", WorkSwitch[].class));
    }
}

package io.mddc.upgrade.lab.service.shared;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the books of the shared services over HTTP. */
@SuppressWarnings("DoNotCallSuggester") // until it is built
public final class SharedProbe {
    private final URI url;

    public SharedProbe(URI url) {
        this.url = url;
    }

    /** How many Cores were active since when, one entry for each change, oldest first. */
    public List<ActiveCount> activeHistory() {
        throw new UnsupportedOperationException("not built yet: " + url);
    }

    /** Every accepted file by its id. */
    public Map<String, FileRecord> results() {
        throw new UnsupportedOperationException("not built yet");
    }

    public Optional<FileRecord> result(String dataId) {
        throw new UnsupportedOperationException("not built yet: " + dataId);
    }

    /** Every Core that ever held a lease, by its id. */
    public Map<String, CoreRecord> cores() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Every time a Core began or ceased to take work, oldest first. */
    public List<WorkSwitch> workSwitches() {
        throw new UnsupportedOperationException("not built yet");
    }
}

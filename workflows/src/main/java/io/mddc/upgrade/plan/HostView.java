package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.HostNote;
import io.mddc.upgrade.cluster.Platform;
import java.util.List;

/**
 * A host as the planner sees it.
 *
 * @param platform what it installs
 * @param diskFree bytes free where packages are kept
 */
public record HostView(Platform platform, long diskFree, List<HostNote> notes) {
    /** Of one whose worker has told nothing. */
    static final HostView UNTOLD = new HostView(Platform.UNTOLD, Long.MAX_VALUE, List.of());

    public HostView {
        notes = List.copyOf(notes);
    }
}

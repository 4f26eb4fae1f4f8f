package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.cluster.HostNote;
import io.mddc.upgrade.cluster.HostNote.Kind;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.Platform;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    Set<Hook> hooksOf(InstanceId instance) {
        var hooks = EnumSet.allOf(Hook.class);
        hooks.removeIf(hook -> !says(Kind.of(hook), instance));
        return hooks;
    }

    boolean says(Kind kind, InstanceId instance) {
        return notes.contains(new HostNote(kind, Optional.of(instance)));
    }
}

package io.mddc.upgrade.slots;

import io.mddc.upgrade.cluster.InstanceId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Units that must be the only one at work for a while, because they are about to take more out of work than themselves. As long
 * as one asks, nobody is let; it has its wish when nobody else is, or may be, out of work or is watched. Those that ask too only
 * wait, so the first of them has it.
 */
final class Alone {
    private final Set<InstanceId> asking = new LinkedHashSet<>();
    private boolean given;

    void ask(InstanceId instance) {
        asking.add(instance);
    }

    /** It has moved on. */
    void end(InstanceId instance) {
        given = given && !isFirst(instance);
        asking.remove(instance);
    }

    boolean isAsked() {
        return !asking.isEmpty();
    }

    /** The one that may go on now, once. */
    Optional<InstanceId> give(Collection<Standing> units) {
        var first = asking.stream().findFirst().filter(instance -> !given && isFree(units));
        given = given || first.isPresent();
        return first;
    }

    private boolean isFree(Collection<Standing> units) {
        return units.stream()
                .filter(unit -> !asking.contains(unit.instance()))
                .noneMatch(unit -> unit.isOut() || (unit.isInWork() && !unit.waits()));
    }

    private boolean isFirst(InstanceId instance) {
        return asking.stream().findFirst().filter(instance::equals).isPresent();
    }
}

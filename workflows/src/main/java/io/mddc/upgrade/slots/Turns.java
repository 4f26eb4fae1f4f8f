package io.mddc.upgrade.slots;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.partitioningBy;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.run.UnitState;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whose turn it is as long as these instances are active: the order of the units, and whom the host and the minimum let leave.
 * Whether anybody is let at all is for {@link Slots} to say.
 */
final class Turns {
    private final Standings units;
    private final Tally tally;
    private final int minimumActive;
    private final Set<InstanceId> active;

    Turns(Standings units, Tally tally, int minimumActive, Set<InstanceId> active) {
        this.units = units;
        this.tally = tally;
        this.minimumActive = minimumActive;
        this.active = active;
    }

    /** The next one that must go back. */
    Optional<Standing> back() {
        return units.stream()
                .filter(Standing::waitsToGoBack)
                .filter(this::mayLeave)
                .findFirst();
    }

    /** The next one for a free slot. */
    Optional<Standing> forward() {
        return inOrder(Standing::waitsForItsTurn)
                .filter(this::mayLeave)
                .findFirst()
                .filter(this::isNotTooEarly);
    }

    /** The next one to upload; of the healthy as of the sick no more are ahead of their turn than there are slots. */
    Optional<Standing> toBegin() {
        var begun = begunByHealth();
        return inOrder(Standing::isPending)
                .filter(unit -> begun.getOrDefault(isActive(unit), 0L) < tally.slots())
                .findFirst();
    }

    boolean minimumAllows(Standing unit) {
        return !isActive(unit) || units.activeWithout(active) - 1 >= minimumActive;
    }

    private boolean mayLeave(Standing unit) {
        return !units.holdsHostOf(unit) && minimumAllows(unit);
    }

    /** A sick canary that has its package first waits for a healthy one that is about to have it. */
    private boolean isNotTooEarly(Standing unit) {
        return isActive(unit)
                || !healthyFirst()
                || units.stream().noneMatch(other -> other.state() == UnitState.UPLOADING && isActive(other));
    }

    private Stream<Standing> inOrder(Predicate<Standing> wanted) {
        boolean healthyFirst = healthyFirst();
        return units.stream()
                .filter(wanted)
                .sorted(Comparator.comparing(Standing::returns).thenComparing(unit -> isActive(unit) != healthyFirst));
    }

    /** A canary is still to come, and the minimum lets a healthy one go. */
    private boolean healthyFirst() {
        return !tally.hasSuccess() && units.activeWithout(active) > minimumActive;
    }

    /** Units that were begun and wait or upload, the healthy and the sick. */
    private Map<Boolean, Long> begunByHealth() {
        return units.stream()
                .filter(unit -> unit.state() == UnitState.UPLOADING || unit.state() == UnitState.WAITING)
                .collect(partitioningBy(this::isActive, counting()));
    }

    private boolean isActive(Standing unit) {
        return active.contains(unit.instance());
    }
}

package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.HostNote;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.plan.Finding.Code;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is noticed about the hosts that the units of a stage are on. */
final class HostFindings {
    /** A little more than the packages, for what their installers unpack. */
    private static final long SPARE = 64L * 1024 * 1024;

    private static final long MEBIBYTE = 1024 * 1024;

    private final ClusterView cluster;

    HostFindings(ClusterView cluster) {
        this.cluster = cluster;
    }

    List<Finding> of(List<UnitPlan> units) {
        return units.stream()
                .filter(unit -> unit.asked().isEmpty())
                .flatMap(unit -> Stream.concat(disk(unit).stream(), notes(unit)))
                .distinct()
                .toList();
    }

    private Optional<Finding> disk(UnitPlan unit) {
        long free = cluster.host(unit.host()).diskFree();
        long needed =
                unit.target().bytes() + unit.former().map(file -> file.bytes()).orElse(0L) + SPARE;
        return free >= needed
                ? Optional.empty()
                : Optional.of(new Finding(
                        Code.DISK_SHORT,
                        "%s has %d MiB free where packages are kept; the upgrade of %s may need %d MiB."
                                .formatted(unit.host(), free / MEBIBYTE, unit.instance(), needed / MEBIBYTE),
                        "Make room, or the instance is skipped."));
    }

    private Stream<Finding> notes(UnitPlan unit) {
        return cluster.host(unit.host()).notes().stream()
                .filter(note -> note.instance().map(unit.instance()::equals).orElse(true))
                .flatMap(note -> finding(note, unit.host(), unit.instance()).stream());
    }

    /** Empty when nothing is wrong with it. */
    private static Optional<Finding> finding(HostNote note, HostId host, InstanceId instance) {
        return switch (note.kind()) {
            case NO_ISOLATION ->
                Optional.of(new Finding(
                        Code.NO_ISOLATION,
                        "%s cannot be taken out of new work: what it is doing is broken off.".formatted(instance),
                        "Say in its profile how it is isolated."));
            case NO_KNOWN_ANSWERS ->
                Optional.of(new Finding(
                        Code.NO_KNOWN_ANSWERS,
                        "%s takes no known files directly: a version that detects nothing would not be noticed."
                                .formatted(instance),
                        "Set talk.knownAnswers in its profile when it does."));
            case AUTOMATIC_UPDATES ->
                Optional.of(new Finding(
                        Code.AUTOMATIC_UPDATES,
                        "%s installs updates by itself: that may hold its package database, or change a version meanwhile."
                                .formatted(host),
                        "Stop them for the time of the upgrade."));
            case NO_MAINTENANCE,
                    HOOK_BEFORE_INSTALL,
                    HOOK_RESTORE,
                    HOOK_BEFORE_STAGE,
                    HOOK_AFTER_STAGE,
                    SELF,
                    SETTINGS_WATCHED -> Optional.empty();
        };
    }
}

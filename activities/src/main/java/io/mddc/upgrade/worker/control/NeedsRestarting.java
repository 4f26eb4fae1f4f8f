package io.mddc.upgrade.worker.control;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code dnf needs-restarting} says on Red Hat and Rocky: packages such as the kernel, and those that a file in
 * {@code /etc/dnf/plugins/needs-restarting.d} names, ask for a reboot when they were installed after the host's start. Where dnf
 * does not have that command nobody asks.
 */
public final class NeedsRestarting implements RebootMarker {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int NEEDED = 1;
    private static final String BULLET = "  * ";

    @Override
    public Optional<String> reasonSince(Instant moment) {
        var hint = new Command(hint(), LIMIT).run();
        var names = packages(hint).stream()
                .filter(name -> isSince(moment, new Command(installTime(name), LIMIT).run()))
                .collect(joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of("asked for by " + names);
    }

    static List<String> hint() {
        return List.of("dnf", "--quiet", "needs-restarting", "--reboothint");
    }

    /** An unknown command ends with 1 as well, but names nobody. */
    static List<String> packages(Command.Result hint) {
        return hint.exitStatus() == NEEDED ? bullets(hint.output()).toList() : List.of();
    }

    static List<String> installTime(String name) {
        return List.of("rpm", "-q", "--qf", "%{INSTALLTIME}\\n", "--", name);
    }

    /** Whole seconds: one installed in the second of that moment counts. Of several the newest; one that is gone does not count. */
    static boolean isSince(Instant moment, Command.Result installTime) {
        return installTime.succeeded()
                && installTime
                        .output()
                        .lines()
                        .filter(line -> line.matches("[0-9]{1,12}"))
                        .anyMatch(line -> Long.parseLong(line) >= moment.getEpochSecond());
    }

    private static Stream<String> bullets(String output) {
        return output.lines()
                .filter(line -> line.startsWith(BULLET))
                .map(line -> line.substring(BULLET.length()).strip());
    }
}

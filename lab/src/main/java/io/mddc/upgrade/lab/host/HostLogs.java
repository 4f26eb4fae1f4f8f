package io.mddc.upgrade.lab.host;

import io.mddc.upgrade.cluster.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what dpkg, dnf and the packages' scripts wrote on a host. */
final class HostLogs {
    private static final DateTimeFormatter DNF_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx");

    private HostLogs() {}

    /**
     * Lines such as {@code 2026-11-22 14:34:00 upgrade md-core:amd64 5.16.0-1 5.17.0-1} (or {@code install}), in the
     * machine's local time. A log that this host never wrote is empty, whatever the machine's own says.
     */
    static List<PackageInstall> dpkgInstalls(Path log, String packageName) {
        return lines(log).stream()
                .map(line -> line.split(" ", -1))
                .filter(words -> words.length == 6 && (words[2].equals("install") || words[2].equals("upgrade")))
                .filter(words -> words[3].split(":", 2)[0].equals(packageName))
                .map(words -> new PackageInstall(new Version(words[5]), local(words[0], words[1])))
                .toList();
    }

    /**
     * Lines such as {@code 2026-11-22T14:34:00+0000 SUBDEBUG Upgrade: md-core-5.17.0-1.x86_64} (or {@code Installed},
     * {@code Downgrade}, {@code Reinstall}): dnf writes them when it unpacks the version.
     */
    static List<PackageInstall> dnfInstalls(Path log, String packageName) {
        var unpacked = Pattern.compile("(\\S+) SUBDEBUG (?:Installed|Upgrade|Downgrade|Reinstall): "
                + Pattern.quote(packageName) + "-((?:\\d+:)?[^-\\s]+-[^-\\s]+)\\.[^.\\s]+");
        return lines(log).stream()
                .map(unpacked::matcher)
                .filter(Matcher::matches)
                .map(line ->
                        new PackageInstall(new Version(line.group(2)), DNF_TIME.parse(line.group(1), Instant::from)))
                .toList();
    }

    static int linesWith(Path log, String words) {
        return Math.toIntExact(
                lines(log).stream().filter(line -> line.contains(words)).count());
    }

    /** Lines {@code <instant> begin|end <script> <version> <the script's words>}. */
    static List<InstallerRun> runs(Path notes) {
        var runs = new ArrayList<InstallerRun>();
        Optional<Instant> begin = Optional.empty();
        for (var line : lines(notes)) {
            var words = line.split(" ", -1);
            var at = Instant.parse(words[0]);
            if (begin.isEmpty()) {
                begin = Optional.of(at);
            }
            if (words[1].equals("end") && words[2].equals("postinst")) {
                runs.add(new InstallerRun(new Version(words[3]), begin.get(), at));
                begin = Optional.empty();
            }
        }
        return List.copyOf(runs);
    }

    /** Lines {@code <instant> begin|end <program>}; a run that never ended is left out. */
    static List<ProgramRun> programs(Path notes) {
        var runs = new ArrayList<ProgramRun>();
        var begun = new HashMap<String, Instant>();
        for (var line : lines(notes)) {
            var words = line.split(" ", -1);
            var at = Instant.parse(words[0]);
            if (words[1].equals("begin")) {
                begun.put(words[2], at);
            } else {
                Optional.ofNullable(begun.remove(words[2]))
                        .ifPresent(begin -> runs.add(new ProgramRun(words[2], begin, at)));
            }
        }
        return List.copyOf(runs);
    }

    private static Instant local(String date, String time) {
        return LocalDateTime.parse(date + "T" + time)
                .atZone(ZoneId.systemDefault())
                .toInstant();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

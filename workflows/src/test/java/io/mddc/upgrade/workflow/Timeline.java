package io.mddc.upgrade.workflow;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.WaitReason;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What an upgrade said and did to the cluster, one line each, on the clock of a place. The engine's clock runs by itself while
 * something is at work, so seconds are left out, and lines of one minute stand in a fixed order.
 */
final class Timeline implements FakeControlCenter.Audience {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE d MMM HH:mm xxx", Locale.ENGLISH);

    private final ZoneId zone;
    private final Supplier<Instant> clock;
    private final List<Line> lines = new ArrayList<>();

    Timeline(ZoneId zone, Supplier<Instant> clock) {
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * @param rank of its subject within a minute
     */
    private record Line(Instant minute, String rank, String subject, String text) {}

    @Override
    public synchronized void said(RunEvent event) {
        var minute = event.at().truncatedTo(ChronoUnit.MINUTES);
        var what = event.sentence() + waits(event);
        if (event instanceof RunEvent.OfUpgrade upgrade) {
            var phase = upgrade.maintenance().map(MaintenancePhase::name).map(name -> " " + name);
            lines.add(new Line(minute, "1", "upgrade", state(upgrade.state() + phase.orElse("")) + what));
        } else if (event instanceof RunEvent.OfUnit unit) {
            var name = unit.instance().value();
            lines.add(new Line(minute, "3 " + name, name, state(unit.state().name()) + what));
        } else if (event instanceof RunEvent.OfStage stage) {
            lines.add(new Line(minute, "2", "stage " + stage.component(), state("") + what));
        }
    }

    @Override
    public synchronized void held(String verb) {
        var what = verb.equals("take") ? "The upgrade takes the cluster." : "The cluster is given back.";
        lines.add(new Line(clock.get().truncatedTo(ChronoUnit.MINUTES), "1", "cluster", state("") + what));
    }

    synchronized String text() {
        return lines.stream()
                .sorted(comparing(Line::minute).thenComparing(Line::rank))
                .map(line -> "%s  %-18s %s%n".formatted(local(line.minute()), line.subject(), line.text()))
                .map(line -> line.replace(System.lineSeparator(), "\n"))
                .collect(joining());
    }

    private String waits(RunEvent event) {
        var wait = event.waitReason();
        var until = wait instanceof WaitReason.Until limited ? "until " + local(limited.deadline()) : "";
        var whom = wait instanceof WaitReason.ForPerson person ? "for " + person.person() : "";
        var others = wait instanceof WaitReason.ForOthers them ? "for " + them.others() : "";
        if (wait.equals(WaitReason.NOTHING)) {
            return "";
        }
        var what = wait.sentence().equals(event.sentence()) ? "" : ": " + wait.sentence();
        return "  [waits " + until + whom + others + what + "]";
    }

    private static String state(String name) {
        return "%-17s ".formatted(name);
    }

    private String local(Instant instant) {
        return "%-23s".formatted(LOCAL.format(instant.atZone(zone))).strip();
    }
}

package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.chaos.Victim;
import io.mddc.upgrade.run.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the run means. 0: succeeded and the books close. 1: files lost or failed by us, an invariant broken, or an impact
 * above its component's level. 2: usage. 3: the upgrade ended otherwise than SUCCEEDED, safely.
 */
record ExitStatus(int code, List<String> reasons) {
    static final int USAGE = 2;

    ExitStatus {
        reasons = List.copyOf(reasons);
    }

    static ExitStatus of(Seen seen) {
        var report = seen.report();
        var broken = broken(seen);
        if (!broken.isEmpty()) {
            return new ExitStatus(1, broken);
        }
        if (report.outcome().equals(Optional.of(Outcome.SUCCEEDED))) {
            return new ExitStatus(0, List.of());
        }
        return new ExitStatus(
                3,
                List.of("the upgrade ended "
                        + report.outcome().map(Outcome::name).orElse("nowhere")));
    }

    private static List<String> broken(Seen seen) {
        var report = seen.report();
        var broken = new ArrayList<String>();
        var files = report.files();
        notZero(broken, files.lost(), "files were lost");
        notZero(broken, files.failedByUpgrade(), "files were failed by the upgrade");
        notZero(broken, files.wrongVerdict(), "files got a wrong verdict");
        if (!seen.balance().closes()) {
            broken.add("the books do not close");
        }
        report.minActive().forEach((component, fewest) -> {
            int asked = seen.fewest().getOrDefault(component, 0);
            if (fewest < asked && !hasKilledInstances(report)) {
                broken.add("only " + fewest + " of " + component + " took work at some moment, at least " + asked
                        + " must");
            }
        });
        report.orphanIsolations().ifPresent(count -> notZero(broken, count, "isolations were left behind"));
        report.impact().stream().filter(DemoReport.Impact::isAboveLevel).forEach(impact -> broken.add(above(impact)));
        report.maintenance().ifPresent(maintenance -> broken.addAll(maintenance.broken()));
        report.units().forEach(unit -> broken.addAll(UnitCheck.broken(unit)));
        report.emergencyStops().stream()
                .filter(stop -> stop.lateEffects() > 0)
                .forEach(stop -> broken.add(stop.lateEffects()
                        + " effects began later than a second after the emergency stop of " + stop.at()));
        broken.addAll(seen.others());
        return broken;
    }

    private static String above(DemoReport.Impact impact) {
        return "clients noticed more of the upgrade of " + impact.component().title() + " than its level "
                + impact.level() + " allows: " + Timeline.missed(impact);
    }

    /** Then the fewest active are the lab's own doing. */
    private static boolean hasKilledInstances(DemoReport report) {
        return report.kills().stream().anyMatch(kill -> kill.what().equals(Victim.INSTANCE.word()));
    }

    private static void notZero(List<String> broken, int count, String what) {
        if (count > 0) {
            broken.add(count + " " + what);
        }
    }
}

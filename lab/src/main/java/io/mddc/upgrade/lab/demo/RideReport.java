package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.ledger.Balance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code --ride --report} writes. */
record RideReport(long seed, List<Ridden> rides, DemoReport.Files files, List<String> broken, double durationSeconds) {
    RideReport {
        rides = List.copyOf(rides);
        broken = List.copyOf(broken);
    }

    static RideReport of(long seed, List<Ridden> rides, Balance balance, double durationSeconds) {
        var broken = new ArrayList<String>();
        rides.forEach(ridden -> ridden.differences()
                .forEach(difference -> broken.add(ridden.what().upgrade() + ": " + difference)));
        rides.stream()
                .filter(Ridden::isLate)
                .forEach(ridden -> broken.add(ridden.what().upgrade() + ": the command always came too late"));
        // Nobody was killed and no version that fails files rejoined: every failed file is ours.
        if (!balance.closes() || balance.failed() + balance.lost() + balance.wrongVerdict() > 0) {
            broken.add("files were lost, failed or got a wrong verdict, or the books do not close");
        }
        return new RideReport(seed, rides, DemoReport.Files.of(balance), broken, durationSeconds);
    }

    boolean isGood() {
        return broken.isEmpty();
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("command   step      unit    answer, outcome, time, why");
        rides.forEach(ridden -> lines.add(ridden.line()));
        lines.add("");
        lines.add(Timeline.files(files));
        broken.forEach(sentence -> lines.add("NOT as it should be: " + sentence));
        lines.add(String.format(
                Locale.ROOT, "%d commands, %d differences, %.0f s", rides.size(), broken.size(), durationSeconds));
        return lines;
    }
}

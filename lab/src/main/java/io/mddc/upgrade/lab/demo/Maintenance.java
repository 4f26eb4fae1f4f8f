package io.mddc.upgrade.lab.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long clients found the system closed, and what of it had to be; all as the lab saw it.
 *
 * @param firstAccepted empty when it was never opened again
 * @param gapSeconds from the first refused submission to the first accepted one after it
 * @param allowanceSeconds all parts, and what an orchestrator may take beside them
 * @param closedAfterKill a gateway that was killed while it was closed came back closed; empty when none was killed
 */
public record Maintenance(
        Instant firstRefused,
        Optional<Instant> firstAccepted,
        Optional<Double> gapSeconds,
        Parts parts,
        double allowanceSeconds,
        Optional<Boolean> within,
        Optional<Boolean> closedAfterKill) {
    private static final double BESIDE = 5;

    /**
     * What it cannot do without.
     *
     * @param finishSeconds until the last accepted file had its verdict
     * @param stopSeconds while a Core was being stopped
     * @param backupSeconds while data was copied or put back
     * @param installSeconds while an installer ran
     * @param startSeconds until the File Storage was ready after the installer, and while a Core was being started
     * @param engineLoadSeconds until Cores were ready after they had been started
     * @param checkSeconds while an operator's file was on its way
     */
    public record Parts(
            double finishSeconds,
            double stopSeconds,
            double backupSeconds,
            double installSeconds,
            double startSeconds,
            double engineLoadSeconds,
            double checkSeconds) {
        double sum() {
            return finishSeconds
                    + stopSeconds
                    + backupSeconds
                    + installSeconds
                    + startSeconds
                    + engineLoadSeconds
                    + checkSeconds;
        }
    }

    static Maintenance of(
            Instant firstRefused, Optional<Instant> firstAccepted, Parts parts, Optional<Boolean> closedAfterKill) {
        var gap = firstAccepted.map(accepted -> Reporting.seconds(Duration.between(firstRefused, accepted)));
        double allowance = parts.sum() + BESIDE;
        return new Maintenance(
                firstRefused,
                firstAccepted,
                gap,
                parts,
                allowance,
                gap.map(seconds -> seconds <= allowance),
                closedAfterKill);
    }

    /** What is not as it should be, in sentences. */
    List<String> broken() {
        return Stream.of(
                        within.filter(is -> !is).map(is -> "the system was closed longer than it had to be: " + gap()),
                        closedAfterKill
                                .filter(is -> !is)
                                .map(is -> "a gateway that was killed in maintenance came back open"))
                .flatMap(Optional::stream)
                .toList();
    }

    List<String> lines() {
        return List.of(
                "closed    " + gap(),
                String.format(
                        Locale.ROOT,
                        "          last files %.1f + stops %.1f + backup %.1f + install %.1f + starts %.1f + engines %.1f"
                                + " + check %.1f + beside %.1f s",
                        parts.finishSeconds(),
                        parts.stopSeconds(),
                        parts.backupSeconds(),
                        parts.installSeconds(),
                        parts.startSeconds(),
                        parts.engineLoadSeconds(),
                        parts.checkSeconds(),
                        BESIDE));
    }

    private String gap() {
        return gapSeconds
                .map(seconds -> String.format(
                        Locale.ROOT,
                        "%.1f s from first refused to first accepted, allowed are %.1f s",
                        seconds,
                        allowanceSeconds))
                .orElse("and never opened again");
    }
}

package io.mddc.upgrade.eta;

import java.time.Duration;
import java.util.List;

/**
 * How long a step may take, as the times seen suggest: the next one is as likely between any two neighbours as between any other
 * two, so one of {@code n + 1} is shorter than all, at least half of the shortest, and one is longer, at most twice the longest.
 * Where none was seen: anything up to a ninth more than what nine of ten take at most.
 */
final class StepSpread {
    private final double[] points;

    private StepSpread(double... points) {
        this.points = points;
    }

    /**
     * @param nineOfTen what nine of ten take at most, where none was seen
     */
    static StepSpread of(List<Duration> seen, Duration nineOfTen) {
        if (seen.isEmpty()) {
            return new StepSpread(0, nineOfTen.toNanos() / 0.9);
        }
        var sorted = seen.stream().mapToDouble(Duration::toNanos).sorted().toArray();
        var points = new double[sorted.length + 2];
        System.arraycopy(sorted, 0, points, 1, sorted.length);
        points[0] = sorted[0] / 2;
        points[points.length - 1] = sorted[sorted.length - 1] * 2;
        return new StepSpread(points);
    }

    /** A length that so large a share of all is not longer than. */
    Duration at(double share) {
        double place = share * intervals();
        int before = (int) Math.min(place, intervals() - 1);
        double length = points[before] + (points[before + 1] - points[before]) * (place - before);
        return Duration.ofNanos(Math.round(length));
    }

    /** The same of one that lasts so long already; past all that is known, at most twice that. */
    Duration at(double share, Duration elapsed) {
        double gone = shareUpTo((double) elapsed.toNanos());
        return gone >= 1
                ? Duration.ofNanos(Math.round(elapsed.toNanos() * (1 + share)))
                : at(gone + share * (1 - gone));
    }

    private double shareUpTo(double length) {
        for (int i = 0; i < intervals(); i++) {
            if (length < points[i + 1]) {
                double within = Math.max(0, length - points[i]) / (points[i + 1] - points[i]);
                return (i + within) / intervals();
            }
        }
        return 1;
    }

    private int intervals() {
        return points.length - 1;
    }
}

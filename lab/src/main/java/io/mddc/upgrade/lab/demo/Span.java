package io.mddc.upgrade.lab.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** From one moment to another. */
record Span(Instant begin, Instant end) {
    boolean has(Instant moment) {
        return !moment.isBefore(begin) && !moment.isAfter(end);
    }

    /** How long at least one of them lasted. */
    static Duration together(List<Span> spans) {
        var sum = Duration.ZERO;
        var covered = Instant.MIN;
        for (var span : spans.stream().sorted(Comparator.comparing(Span::begin)).toList()) {
            var begin = span.begin().isAfter(covered) ? span.begin() : covered;
            if (span.end().isAfter(begin)) {
                sum = sum.plus(Duration.between(begin, span.end()));
                covered = span.end();
            }
        }
        return sum;
    }
}

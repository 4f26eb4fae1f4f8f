package io.mddc.upgrade.lab.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** From one moment to another. */
record Span(Instant begin, Instant end) {
    boolean has(Instant moment) {
        return !moment.isBefore(begin) && !moment.isAfter(end);
    }

    /** What of it lies in the other; empty when nothing does. */
    Optional<Span> within(Span other) {
        var from = begin.isAfter(other.begin) ? begin : other.begin;
        var to = end.isBefore(other.end) ? end : other.end;
        return to.isAfter(from) ? Optional.of(new Span(from, to)) : Optional.empty();
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

package io.mddc.upgrade.window;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * All windows and all blackouts: when work may go on. Windows that overlap or follow each other without a gap are one opening; a
 * blackout trims an opening or splits it. The same question always has the same answer.
 */
public record WindowCalendar(List<MaintenanceWindow> windows, List<Blackout> blackouts) {
    /** Nothing is looked for that opens later than this: two years, one of them a leap year. */
    public static final Duration HORIZON = Duration.ofDays(731);

    public WindowCalendar {
        windows = List.copyOf(windows);
        blackouts = blackouts.stream().sorted(comparing(Blackout::from)).toList();
    }

    /**
     * Those that have not closed at this instant, in their order, up to the {@link #HORIZON}. Each is looked for when it is asked
     * for.
     */
    public Stream<Opening> openings(Instant after) {
        return lazily(new Merged(windows, after))
                .flatMap(this::withoutBlackouts)
                .filter(opening -> opening.closes().isAfter(after));
    }

    /** The one that is open at this instant. */
    public Optional<Opening> openAt(Instant instant) {
        return next(instant).filter(opening -> opening.isOpenAt(instant));
    }

    /** The one that is open at this instant, else the first after it. */
    public Optional<Opening> next(Instant instant) {
        return openings(instant).findFirst();
    }

    /** The first in which something that needs so long can begin and end; {@link Opening#begin} says when. */
    public Optional<Opening> nextFitting(Instant instant, Duration needed) {
        return openings(instant)
                .filter(opening -> opening.fits(instant, needed))
                .findFirst();
    }

    /** The one that holds at this instant. */
    public Optional<Blackout> blackoutAt(Instant instant) {
        return blackouts.stream().filter(blackout -> blackout.holdsAt(instant)).findFirst();
    }

    private Stream<Opening> withoutBlackouts(Opening opening) {
        var left = List.of(opening);
        for (var blackout : blackouts) {
            left = left.stream().flatMap(part -> part.without(blackout)).toList();
        }
        return left.stream();
    }

    private static <T> Stream<T> lazily(Iterator<T> values) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(values, Spliterator.ORDERED), false);
    }
}

package io.mddc.upgrade.window;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** The openings of several windows in one order; those without a gap between them are one. */
final class Merged implements Iterator<Opening> {
    private final PriorityQueue<Source> sources =
            new PriorityQueue<>(comparing((Source source) -> source.next.opens()));

    Merged(List<MaintenanceWindow> windows, Instant after) {
        var end = after.plus(WindowCalendar.HORIZON);
        windows.stream()
                .map(window -> window.openings(after)
                        .takeWhile(opening -> opening.opens().isBefore(end))
                        .iterator())
                .filter(Iterator::hasNext)
                .map(Source::new)
                .forEach(sources::add);
    }

    @Override
    public boolean hasNext() {
        return !sources.isEmpty();
    }

    @Override
    public Opening next() {
        if (sources.isEmpty()) {
            throw new NoSuchElementException();
        }
        var opening = take();
        while (!sources.isEmpty() && opening.isFollowedBy(sources.peek().next)) {
            opening = opening.with(take());
        }
        return opening;
    }

    private Opening take() {
        var source = sources.remove();
        var opening = source.next;
        if (source.rest.hasNext()) {
            source.next = source.rest.next();
            sources.add(source);
        }
        return opening;
    }

    /** One window's, with the first of them in hand. */
    private static final class Source {
        private final Iterator<Opening> rest;
        private Opening next;

        private Source(Iterator<Opening> openings) {
            this.rest = openings;
            this.next = openings.next();
        }
    }
}

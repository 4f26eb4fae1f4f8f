package io.mddc.upgrade.window;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A time in which work may go on, from {@code opens} up to and without {@code closes}.
 *
 * @param windows the names of those that are open then; several where one follows another without a gap
 * @param zone of the first of them, to tell people the time in
 */
public record Opening(List<String> windows, ZoneId zone, Instant opens, Instant closes) {
    public Opening {
        windows = List.copyOf(windows);
        checkArgument(opens.isBefore(closes), "opens at %s, not before it closes at %s", opens, closes);
    }

    /** When work that is ready now may begin. */
    public Instant begin(Instant now) {
        return now.isAfter(opens) ? now : opens;
    }

    /** Whether work that begins in it, now at the earliest, has ended when it closes. */
    public boolean fits(Instant now, Duration needed) {
        return !begin(now).plus(needed).isAfter(closes);
    }

    boolean isOpenAt(Instant instant) {
        return !instant.isBefore(opens) && instant.isBefore(closes);
    }

    boolean isFollowedBy(Opening other) {
        return !other.opens.isAfter(closes);
    }

    Opening with(Opening next) {
        var all = Stream.concat(windows.stream(), next.windows.stream())
                .distinct()
                .toList();
        return new Opening(all, zone, opens, next.closes.isAfter(closes) ? next.closes : closes);
    }

    /** What is left of it before and after the blackout. */
    Stream<Opening> without(Blackout blackout) {
        return Stream.of(part(opens, earlier(closes, blackout.from())), part(later(opens, blackout.to()), closes))
                .flatMap(Optional::stream);
    }

    private Optional<Opening> part(Instant from, Instant to) {
        return from.isBefore(to) ? Optional.of(new Opening(windows, zone, from, to)) : Optional.empty();
    }

    private static Instant earlier(Instant left, Instant right) {
        return left.isBefore(right) ? left : right;
    }

    private static Instant later(Instant left, Instant right) {
        return left.isAfter(right) ? left : right;
    }
}

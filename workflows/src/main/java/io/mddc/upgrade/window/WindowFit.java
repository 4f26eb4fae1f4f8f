package io.mddc.upgrade.window;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Whether something may begin now so that it has ended before its window closes; if not, when it goes instead. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WindowFit.Fits.class, name = "FITS"),
    @JsonSubTypes.Type(value = WindowFit.Later.class, name = "LATER"),
    @JsonSubTypes.Type(value = WindowFit.Never.class, name = "NEVER")
})
public sealed interface WindowFit {
    /** Says it to people. */
    String sentence();

    <T> T fold(Function<Fits, T> fits, Function<Later, T> later, Function<Never, T> never);

    /**
     * @param what such as {@code core-4}
     * @param needed until it has ended, its way back included, as nine of ten need at most
     */
    static WindowFit of(String what, Duration needed, WindowCalendar calendar, Instant now) {
        var sentence = new FitSentence(what, needed, calendar, now);
        return calendar.nextFitting(now, needed)
                .<WindowFit>map(opening -> opening.isOpenAt(now)
                        ? new Fits(opening, sentence.fits(opening))
                        : new Later(opening, sentence.later(opening)))
                .orElseGet(() -> new Never(sentence.never()));
    }

    /** It may begin now. */
    record Fits(Opening opening, String sentence) implements WindowFit {
        @Override
        public <T> T fold(Function<Fits, T> fits, Function<Later, T> later, Function<Never, T> never) {
            return fits.apply(this);
        }
    }

    /** It goes as soon as this opens. */
    record Later(Opening opening, String sentence) implements WindowFit {
        @Override
        public <T> T fold(Function<Fits, T> fits, Function<Later, T> later, Function<Never, T> never) {
            return later.apply(this);
        }
    }

    /** No opening before the horizon is long enough. */
    record Never(String sentence) implements WindowFit {
        @Override
        public <T> T fold(Function<Fits, T> fits, Function<Later, T> later, Function<Never, T> never) {
            return never.apply(this);
        }
    }
}

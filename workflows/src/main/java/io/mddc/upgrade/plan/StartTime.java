package io.mddc.upgrade.plan;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * When an upgrade begins: {@code NOW}, {@code NEXT_WINDOW} for the next maintenance window in which its first stage fits, or an
 * instant.
 *
 * @param at empty unless it is an instant
 */
public record StartTime(Kind kind, Optional<Instant> at) {
    public static final StartTime NOW = new StartTime(Kind.NOW, Optional.empty());

    /** What it depends on. */
    public enum Kind {
        NOW,
        NEXT_WINDOW,
        AT
    }

    public StartTime {
        checkArgument((kind == Kind.AT) == at.isPresent(), "start is %s with the instant %s", kind, at);
    }

    @JsonCreator
    public static StartTime parse(String text) {
        if (text.equals(Kind.NOW.name()) || text.equals(Kind.NEXT_WINDOW.name())) {
            return new StartTime(Kind.valueOf(text), Optional.empty());
        }
        try {
            return new StartTime(Kind.AT, Optional.of(OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "start is '%s': allowed is NOW, NEXT_WINDOW or an instant such as 2026-11-22T02:00:00+01:00"
                            .formatted(text),
                    e);
        }
    }

    @JsonValue
    @Override
    public String toString() {
        return at.map(Instant::toString).orElseGet(kind::name);
    }
}

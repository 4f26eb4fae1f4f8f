package io.mddc.upgrade.lab.load;

import java.time.Instant;

/**
 * One request, tried once.
 *
 * @param at when its answer came or it was given up
 * @param detail what was wrong; empty when it was answered as expected
 */
public record SentRequest(RequestKind kind, RequestResult result, Instant at, String detail) {
    /** It was not answered as expected, nor politely refused. */
    public boolean isFailed() {
        return result == RequestResult.FAILED || result == RequestResult.KEY_REFUSED;
    }

    /** Whoever sent it went without, and not for a key. */
    public boolean isMissed() {
        return result == RequestResult.FAILED || result == RequestResult.REFUSED;
    }

    boolean isIn(Instant begin, Instant end) {
        return !at.isBefore(begin) && !at.isAfter(end);
    }
}

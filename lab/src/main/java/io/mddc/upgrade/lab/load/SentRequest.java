package io.mddc.upgrade.lab.load;

import java.time.Instant;

/**
 * One request, tried once.
 *
 * @param at when its answer came or it was given up
 * @param detail what was wrong; empty when it was answered as expected
 */
public record SentRequest(RequestKind kind, RequestResult result, Instant at, String detail) {}

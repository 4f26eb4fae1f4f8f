package io.mddc.upgrade.controlcenter.rest;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Optional;
import java.util.regex.Pattern;

/** What makes a repeated command the same command. */
public record IdempotencyKey(String value) {
    public static final String HEADER = "Idempotency-Key";
    private static final Pattern ALLOWED = Pattern.compile("[!-~]{1,200}");

    public IdempotencyKey {
        checkArgument(
                ALLOWED.matcher(value).matches(),
                "'%s' is not an idempotency key: allowed is 1 to 200 printable characters without spaces",
                value);
    }

    /** From a header. */
    public static IdempotencyKey valueOf(String value) {
        return new IdempotencyKey(value);
    }

    public static IdempotencyKey required(Optional<IdempotencyKey> given) {
        return given.orElseThrow(() -> new MalformedRequest("The header " + HEADER
                + " is missing: send a new random value for each new command and the same one when you repeat it."));
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.mddc.upgrade.controlcenter.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mddc.upgrade.cluster.UpgradeId;
import java.util.Base64;

/** Where a list goes on; opaque to callers. */
public record Cursor(String key) {
    static Cursor of(Object key) {
        return new Cursor(key.toString());
    }

    /** From a query parameter. */
    public static Cursor valueOf(String text) {
        try {
            return new Cursor(new String(Base64.getUrlDecoder().decode(text), UTF_8));
        } catch (IllegalArgumentException notOurs) {
            throw new IllegalArgumentException("'" + text + "' is not a cursor: take it from next of a list", notOurs);
        }
    }

    /** For lists in the order of a number. */
    public long number() {
        if (!key.matches("[0-9]{1,18}")) {
            throw new MalformedRequest("after is not a cursor of this list: take it from its next");
        }
        return Long.parseLong(key);
    }

    /** For lists of upgrades. */
    public UpgradeId upgrade() {
        try {
            return new UpgradeId(key);
        } catch (IllegalArgumentException notOne) {
            throw new MalformedRequest("after is not a cursor of this list: take it from its next");
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
    }
}

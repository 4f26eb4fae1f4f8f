package io.mddc.upgrade.lab.service.http;

import java.util.Map;

/** A request answered with an error: {@code {"err": message}} and what else the caller should know. */
public final class Refused extends RuntimeException {
    private final int status;
    private final transient Map<String, Object> extras;

    public Refused(int status, String message) {
        this(status, message, Map.of());
    }

    public Refused(int status, String message, Map<String, Object> extras) {
        super(message, null, false, false);
        this.status = status;
        this.extras = Map.copyOf(extras);
    }

    public int status() {
        return status;
    }

    public Map<String, Object> extras() {
        return extras;
    }
}

package io.mddc.upgrade.controlcenter.rest;

import java.util.Map;

/**
 * Something asked for that is not done, told to the caller as a problem. The name of the subclass is the problem's type and
 * title, so it says the fact: {@code ClusterHeld} becomes {@code /problems/cluster-held}.
 */
public abstract class Refusal extends RuntimeException {
    private final int status;
    private final transient Map<String, Object> extras;

    protected Refusal(int status, String detail) {
        this(status, detail, Map.of());
    }

    /**
     * @param detail what is wrong, with its values, and what to do
     * @param extras for scripts; they become members of the problem
     */
    protected Refusal(int status, String detail, Map<String, Object> extras) {
        super(detail);
        this.status = status;
        this.extras = Map.copyOf(extras);
    }

    public int status() {
        return status;
    }

    public Map<String, Object> extras() {
        return extras;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}

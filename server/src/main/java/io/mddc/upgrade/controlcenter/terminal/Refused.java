package io.mddc.upgrade.controlcenter.terminal;

import com.fasterxml.jackson.databind.JsonNode;

/** The control center answered with a problem. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final transient JsonNode body;

    Refused(int status, JsonNode body) {
        super("HTTP status " + status);
        this.problem = Problem.of(status, body);
        this.body = body;
    }

    Problem problem() {
        return problem;
    }

    /** As it was sent, for scripts. */
    JsonNode body() {
        return body;
    }
}

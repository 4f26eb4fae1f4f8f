package io.mddc.upgrade.controlcenter.terminal;

import com.fasterxml.jackson.databind.JsonNode;

/** The control center answered with a problem. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int TOO_MANY_REQUESTS = 429;

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

    /** Nothing is wrong with what was asked: the same may be answered when it is asked again. */
    boolean mayBeOtherwiseSoon() {
        return problem.isFault() || problem.status() == TOO_MANY_REQUESTS;
    }

    /** As it was sent, for scripts. */
    JsonNode body() {
        return body;
    }
}

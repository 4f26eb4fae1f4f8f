package io.mddc.upgrade.controlcenter.terminal;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of an RFC 9457 problem that people read. */
record Problem(int status, String title, String detail, List<Finding> findings) {
    private static final int FIRST_OWN_FAULT = 500;

    Problem(int status, @Nullable String title, @Nullable String detail, @Nullable List<Finding> findings) {
        this.status = status;
        this.title = requireNonNullElse(title, "HTTP status " + status);
        this.detail = requireNonNullElse(detail, "");
        this.findings = List.copyOf(requireNonNullElse(findings, List.of()));
    }

    /** An answer that is no problem document has a status all the same. */
    static Problem of(int status, JsonNode body) {
        return body.isObject()
                ? Json.read(body, Problem.class).withStatus(status)
                : new Problem(status, null, null, null);
    }

    private Problem withStatus(int actual) {
        return new Problem(actual, title, detail, findings);
    }

    /** The control center failed; the caller did nothing wrong. */
    boolean isFault() {
        return status >= FIRST_OWN_FAULT;
    }

    /** What happened, what to do, and each finding with its cure on a line of its own; nothing is said twice. */
    String text() {
        return Stream.concat(
                        Stream.of(title, saysTheFindings() ? "" : detail),
                        findings.stream().map(Finding::text))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private boolean saysTheFindings() {
        return findings.stream()
                .map(Finding::sentence)
                .anyMatch(sentence -> sentence != null && detail.contains(sentence));
    }

    /** One reason for the refusal. */
    record Finding(
            @Nullable String code,
            boolean blocking,
            @Nullable String sentence,
            @Nullable String cure) {
        String text() {
            var mark = blocking ? "✖" : "!";
            return "  " + mark + " " + requireNonNullElse(sentence, "") + " " + requireNonNullElse(cure, "");
        }
    }
}

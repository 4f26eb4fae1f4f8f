package io.mddc.upgrade.controlcenter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a request is said before any workflow is asked. */
class CommandRequestsTest extends WithTwoCores {
    private static String id = "";

    @BeforeAll
    static void startOne() {
        report("host-a", "core-1", "core-2");
        id = start(key(), TO_17).text("id");
    }

    /** One upgrade for all of them. */
    @Override
    void endWhatHoldsTheCluster() {}

    @AfterAll
    static void endIt() {
        endTheNewest();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "pause                           | {\"why\":\"x\"}        | why is unknown: allowed is reason",
                "resume                          | {\"reason\":{}}        | reason has the wrong form: expected is a String",
                "stages/CORE/concurrency         | {\"units\":0}          | The body: units is 0: allowed is 1 to 100",
                "stages/CORE/concurrency         | {\"units\":101}        | The body: units is 101: allowed is 1 to 100",
                "stages/CORE/concurrency         | {\"units\":\"many\"}   | units is 'many': allowed is a whole number",
                "stages/CORE/concurrency         | {}                     | The body: units is missing: allowed is 1 to 100",
                "instances/core-1/extend-drain   | {}                     | The body: by is missing: allowed is more than"
                        + " PT0S and at most P30D, such as PT30M",
                "instances/core-1/extend-drain   | {\"by\":\"-PT1M\"}     | The body: by is PT-1M: allowed is more than PT0S"
                        + " and at most P30D, such as PT30M",
                "instances/core-1/extend-drain   | {\"by\":\"soon\"}      | by is 'soon': allowed is an ISO-8601 duration"
                        + " such as PT30S",
                "instances/core-1/answer         | {}                     | The body: answer is missing: allowed is EXTEND,"
                        + " RETURN or FAIL_FILES",
                "instances/core-1/answer         | {\"answer\":\"ASK\"}   | answer is 'ASK': allowed is EXTEND, RETURN,"
                        + " FAIL_FILES"
            })
    void saysWhichKeyIsWrongAndWhatIsAllowed(String command, String body, String detail) {
        var answer = center.api().command(UPGRADES + "/" + id + "/" + command, key(), body);

        assertThat(answer.problem()).isEqualTo("422 /problems/invalid-request");
        assertThat(answer.text("detail")).isEqualTo(detail);
    }

    @Test
    void asksNobodyToInstallWhatTheWorkerInstalls() {
        var answer = center.api().command(UPGRADES + "/" + id + "/instances/core-1/confirm-installed", key(), "{}");

        assertThat(answer.problem()).startsWith("409 ");
        assertThat(answer.text("detail")).contains("core-1 is upgraded by its worker");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01-9, abort, unknown-upgrade",
        "2026-01-01-9, stages/CORE/approve, unknown-upgrade",
        "2026-01-01-9, instances/core-1/retry, unknown-upgrade",
        "none, abort, not-found",
        "ID, stages/WORKER/approve, unknown-stage",
        "ID, stages/core-x/approve, not-found",
        "ID, instances/core-7/skip, unknown-unit",
        "ID, instances/core-7/return-to-service, unknown-unit",
        "ID, instances/CORE/skip, not-found",
        "ID, instances/core-1/paint, not-found"
    })
    void knowsWhatIsNotThere(String upgrade, String command, String problem) {
        var path = UPGRADES + "/" + upgrade.replace("ID", id) + "/" + command;

        assertThat(center.api().command(path, key(), "{}").problem()).isEqualTo("404 /problems/" + problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pause",
                "resume",
                "abort",
                "rollback",
                "stages/CORE/approve",
                "instances/core-1/retry",
                "instances/core-1/skip",
                "instances/core-1/return-to-service",
                "instances/core-1/confirm-installed"
            })
    void needsAKey(String command) {
        assertThat(center.api().post(UPGRADES + "/" + id + "/" + command, "{}").problem())
                .isEqualTo("400 /problems/malformed-request");
    }

    @Test
    void aReasonHasAnEnd() {
        var body = "{\"reason\":\"" + "x".repeat(501) + "\"}";

        var answer = center.api().command(UPGRADES + "/" + id + "/abort", key(), body);

        assertThat(answer.problem()).isEqualTo("422 /problems/invalid-request");
        assertThat(answer.text("detail")).isEqualTo("The body: reason has 501 characters: allowed is 500");
    }
}

package io.mddc.upgrade.controlcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mddc.upgrade.controlcenter.Api.Answer;
import org.junit.jupiter.api.Test;

/** Each command as people and scripts send it, to a real workflow on a real engine. */
class CommandsTest extends WithTwoCores {
    private static final String NO_REASON = "{}";

    @Test
    void pausesAndResumes() {
        var id = running();
        var key = key();

        var paused = tell(id, "pause", key, "{\"reason\":\"look first\"}");
        awaitState(id, "PAUSED");
        var repeated = tell(id, "pause", key, "{\"reason\":\"look first\"}");
        var again = tell(id, "pause", key(), NO_REASON);
        var view = center.api().get(UPGRADES + "/" + id).json();
        var resumed = tell(id, "resume", key(), NO_REASON);
        var notPaused = tell(id, "resume", key(), NO_REASON);

        assertThat(paused.status()).isEqualTo(202);
        assertThat(paused.text("id")).isEqualTo(id);
        assertThat(repeated.status()).isEqualTo(202);
        assertRejected(again, "Upgrade " + id + " is PAUSED already.");
        assertThat(view.path("waitReason").path("kind").asText()).isEqualTo("PERSON");
        assertThat(resumed.text("state")).isEqualTo("RUNNING");
        assertRejected(notPaused, "it is not paused.");
    }

    @Test
    void theSameKeyForAnotherCommandIsRefused() {
        var id = running();
        var key = key();
        tell(id, "pause", key, NO_REASON);

        assertThat(tell(id, "pause", key, "{\"reason\":\"another\"}").problem())
                .isEqualTo("422 /problems/idempotency-key-reused");
        assertThat(tell(id, "resume", key, NO_REASON).problem()).isEqualTo("422 /problems/idempotency-key-reused");
    }

    @Test
    void aRepeatIsAnsweredTheSameWhenTheFirstWasNotWrittenDown() {
        var id = running();
        var skip = key();
        var rollback = key();
        tell(id, "instances/core-2/skip", skip, NO_REASON);
        forget(skip);
        var whileItRuns = tell(id, "instances/core-2/skip", skip, NO_REASON);
        tell(id, "rollback", rollback, NO_REASON);
        awaitEnd(id);
        forget(skip);
        forget(rollback);

        assertThat(whileItRuns.status()).isEqualTo(202);
        assertThat(tell(id, "instances/core-2/skip", skip, NO_REASON).status()).isEqualTo(202);
        assertThat(tell(id, "rollback", rollback, NO_REASON).status()).isEqualTo(202);
        assertThat(tell(id, "rollback", key(), NO_REASON).problem()).isEqualTo("409 /problems/upgrade-ended");
    }

    @Test
    void rollsBack() {
        var id = running();

        assertThat(tell(id, "rollback", key(), NO_REASON).status()).isEqualTo(202);

        awaitEnd(id);
        assertThat(center.api().get(UPGRADES + "/" + id).text("sentence")).startsWith("Rolled back by ");
    }

    @Test
    void skipsAndRetries() {
        var id = running();
        var skip = tell(id, "instances/core-1/skip", key(), NO_REASON);
        await().atMost(SOON).until(() -> unit(id, "core-1").equals("SKIPPED"));

        var skipped = tell(id, "instances/core-1/skip", key(), NO_REASON);
        var retry = tell(id, "instances/core-1/retry", key(), NO_REASON);
        var tooEarly = tell(id, "instances/core-2/retry", key(), NO_REASON);

        assertThat(skip.status()).isEqualTo(202);
        assertRejected(skipped, "core-1 is SKIPPED: a unit can be left out until its installer begins.");
        assertThat(retry.status()).isEqualTo(202);
        assertRejected(tooEarly, "only a unit that ended SKIPPED, ROLLED_BACK or CANCELLED is begun anew.");
    }

    @Test
    void setsTheConcurrency() {
        var id = running();

        assertThat(tell(id, "stages/CORE/concurrency", key(), "{\"units\":4}").status())
                .isEqualTo(202);

        await().atMost(SOON)
                .until(() -> center.api()
                        .get(UPGRADES + "/" + id)
                        .json()
                        .path("stages")
                        .path(0)
                        .path("sentence")
                        .asText()
                        .startsWith("At most 4 units at once: set by "));
    }

    @Test
    void approvesAStageThatWaitsForIt() {
        var id = start(key(), TO_17.replace("]}", "],\"policy\":{\"approval\":{\"stages\":[\"CORE\"]}}}"))
                .text("id");
        awaitState(id, "AWAITING_APPROVAL");
        var key = key();

        var approved = tell(id, "stages/CORE/approve", key, NO_REASON);
        awaitState(id, "RUNNING");
        forget(key);
        var repeated = tell(id, "stages/CORE/approve", key, NO_REASON);

        assertThat(approved.status()).isEqualTo(202);
        assertThat(repeated.status()).isEqualTo(202);
        await().atMost(SOON)
                .untilAsserted(() -> assertRejected(
                        tell(id, "stages/CORE/approve", key(), NO_REASON),
                        "MetaDefender Core does not wait for an approval."));
    }

    @Test
    void refusesWhatConcernsADrainWhileNothingDrains() {
        var id = running();
        await().atMost(SOON).until(() -> unit(id, "core-1").equals("UPLOADING"));

        assertRejected(
                tell(id, "instances/core-1/extend-drain", key(), "{\"by\":\"PT30M\"}"),
                "core-1 is UPLOADING: it waits for no files now.");
        assertRejected(
                tell(id, "instances/core-1/answer", key(), "{\"answer\":\"FAIL_FILES\"}"),
                "core-1 is UPLOADING: it waits for no files now.");
        assertRejected(
                tell(id, "instances/core-1/return-to-service", key(), NO_REASON),
                "core-1 is UPLOADING: only an instance that drains can return to work.");
        assertRejected(
                tell(id, "instances/core-2/return-to-service", key(), NO_REASON),
                "core-2 is PENDING and has no step in work now.");
    }

    @Test
    void aStageThatHasEndedTakesNothing() {
        var id = running();
        center.started().terminate("upgrade/" + id + "/core");

        var answer = tell(id, "stages/CORE/concurrency", key(), "{\"units\":2}");

        assertThat(answer.problem()).matches("409 /problems/(command-rejected|upgrade-ended)");
    }

    private static void assertRejected(Answer answer, String why) {
        assertThat(answer.problem()).isEqualTo("409 /problems/command-rejected");
        assertThat(answer.text("detail")).endsWith(why);
    }

    /** As if the control center had died right behind the acceptance. */
    private static void forget(String key) {
        var forgotten = center.started()
                .jdbi()
                .withHandle(handle -> handle.execute("DELETE FROM command WHERE idempotency_key = ?", key));
        assertThat(forgotten).isEqualTo(1);
    }

    /** The stage has its plan, and core-1 is being uploaded. */
    private static String running() {
        var id = start(key(), TO_17).text("id");
        await().atMost(SOON).until(() -> unit(id, "core-1").equals("UPLOADING"));
        return id;
    }

    private static Answer tell(String id, String command, String key, String body) {
        return center.api().command(UPGRADES + "/" + id + "/" + command, key, body);
    }

    private static String unit(String id, String instance) {
        var units = center.api()
                .get(UPGRADES + "/" + id)
                .json()
                .path("stages")
                .path(0)
                .path("units");
        return instance.equals("core-1")
                ? units.path(0).path("state").asText()
                : units.path(1).path("state").asText();
    }

    private static void awaitState(String id, String state) {
        await().atMost(SOON)
                .until(() -> center.api().get(UPGRADES + "/" + id).text("state").equals(state));
    }
}

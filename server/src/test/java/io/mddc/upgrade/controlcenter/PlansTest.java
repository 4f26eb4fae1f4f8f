package io.mddc.upgrade.controlcenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.controlcenter.Api.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlansTest extends WithTwoCores {
    @Test
    void showsWhatWouldHappenAndChangesNothing() {
        var before = center.api().get(UPGRADES).json().path("items").size();

        var answer = plan(TO_17);

        assertThat(answer.status()).isEqualTo(200);
        var plan = answer.json();
        assertThat(plan.path("startable").asBoolean()).isTrue();
        var stage = plan.path("stages").path(0);
        assertThat(stage.path("title").asText()).isEqualTo("MetaDefender Core");
        assertThat(stage.path("impact").path("sentence").asText())
                .isEqualTo("The upgrade does not impact file processing.");
        assertThat(stage.path("pointOfNoReturn").asText()).startsWith("None: it can go back at any time");
        assertThat(stage.path("units"))
                .extracting(unit -> unit.path("instance").asText() + " "
                        + unit.path("canary").asBoolean())
                .containsExactly("core-1 true", "core-2 false");
        assertThat(plan.path("expected").path("duration").asText()).isEqualTo("PT30M");
        assertThat(center.api().get(UPGRADES).json().path("items").size()).isEqualTo(before);
    }

    @Test
    void saysWhenAStageWouldGoInAWindow() {
        var none = plan(TO_17).json().path("stages").path(0).path("inWindow").asText();
        var window = center.api().post("/api/v1/windows", """
                {"name":"short","zone":"UTC","duration":"PT1M","recurrence":{"kind":"MONTHLY_DAY","day":1,"time":"00:00"}}""");
        var tooShort =
                plan(TO_17).json().path("stages").path(0).path("inWindow").asText();
        center.api().delete("/api/v1/windows/" + window.text("id"));

        assertThat(none).isEmpty();
        assertThat(tooShort)
                .matches(
                        "core-1 needs [0-9hmin ]+ \\(p90\\) and (no window is open|the window 'short' closes in [0-9]+ s),"
                                + " nor does one that opens within 731 days last as long: a longer window is needed");
    }

    @Test
    void aStageForWhichNoWindowIsEverLongEnoughIsFoundBeforeTheStart() {
        var inWindows = TO_17.replace("]}", "],\"policy\":{\"windowsFromLevel\":0}}");
        var toNext = TO_17.replace("]}", "],\"start\":\"NEXT_WINDOW\"}");

        for (var order : List.of(inWindows, toNext)) {
            assertThat(plan(order).json().path("startable").asBoolean()).isFalse();
            assertThat(plan(order).json().path("findings"))
                    .extracting(finding -> finding.path("code").asText())
                    .containsExactly("NO_WINDOW_FITS");
            var refused = start(key(), order);
            assertThat(refused.problem()).isEqualTo("409 /problems/plan-blocked");
            assertThat(refused.json().path("findings").path(0).path("cure").asText())
                    .startsWith("Make a window of at least ");
        }
        var window = center.api().post("/api/v1/windows", """
                {"name":"day","zone":"UTC","duration":"P1D","recurrence":{"kind":"MONTHLY_DAY","day":1,"time":"00:00"}}""");
        assertThat(plan(inWindows).json().path("startable").asBoolean()).isTrue();
        assertThat(plan(toNext).json().path("startable").asBoolean()).isTrue();
        center.api().delete("/api/v1/windows/" + window.text("id"));
    }

    @Test
    void showsWhatStandsInTheWay() {
        var answer = plan(ORDER.formatted("9.9.9-1"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("startable").asBoolean()).isFalse();
        assertThat(answer.json().path("findings").path(0).path("code").asText()).isEqualTo("PACKAGE_MISSING");
    }

    @Test
    void warnsOfWhatTheRequestChangesInThePolicy() {
        var answer = plan(TO_17.replace(
                "]}",
                "],\"policy\":{\"concurrency\":4,\"failureBudget\":2,\"drain\":{\"whenPassed\":\"FAIL_FILES\"}}}"));

        assertThat(answer.json().path("findings"))
                .extracting(finding -> finding.path("code").asText() + " "
                        + finding.path("blocking").asBoolean())
                .containsExactly("CONCURRENCY_ABOVE_ONE false", "DRAIN_FAILS_FILES false", "BUDGET_ABOVE_STAGE false");
    }

    @Test
    void saysWhatIsWrongWithTheRequest() {
        assertThat(plan("{}").problem()).isEqualTo("422 /problems/invalid-request");
    }

    private static Answer plan(String order) {
        return center.api().post("/api/v1/plans", order);
    }
}

package io.mddc.upgrade.controlcenter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mddc.upgrade.controlcenter.Api.Answer;
import io.mddc.upgrade.controlcenter.access.Role;
import io.mddc.upgrade.json.UpgradeJson;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowsTest {
    private static final String WINDOWS = "/api/v1/windows";
    private static final String BLACKOUTS = "/api/v1/blackouts";
    private static final String NIGHT = """
            {"name":"night","zone":"Europe/Berlin","duration":"PT6H",
             "recurrence":{"kind":"WEEKLY","days":["SATURDAY"],"time":"22:00"}}""";
    /** Within the two years that openings are looked for, where the offset is the same all year. */
    private final LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(30);

    private final String once = """
            {"name":"once","zone":"Asia/Kolkata","duration":"PT2H",
             "recurrence":{"kind":"ONCE","at":"%sT06:30"}}""".formatted(day);

    @RegisterExtension
    static final RunningControlCenter center = new RunningControlCenter();

    private static Answer add(String window) {
        return center.as(Role.OPERATOR).post(WINDOWS, window);
    }

    @Test
    void keepsAWindowAndShowsItWithItsNumber() throws Exception {
        var added = add(NIGHT);

        assertThat(added.status()).isEqualTo(201);
        var path = WINDOWS + "/" + added.text("id");
        assertThat(added.header("Location")).endsWith(path);
        var expected = (ObjectNode) UpgradeJson.mapper().readTree(NIGHT);
        expected.put("id", added.json().path("id").asInt()).put("version", 1);
        ((ObjectNode) expected.path("recurrence")).put("time", "22:00:00");
        assertThat(center.as(Role.VIEWER).get(path).json()).isEqualTo(expected);
        assertThat(center.as(Role.VIEWER).get(WINDOWS).json().path("items")).contains(expected);
        assertThat(center.api().delete(path).status()).isEqualTo(204);
        assertThat(center.api().get(path).problem()).isEqualTo("404 /problems/unknown-window");
        assertThat(center.api().delete(path).problem()).isEqualTo("404 /problems/unknown-window");
    }

    @Test
    void changesOnlyWhatTheCallerHasSeen() {
        var path = WINDOWS + "/" + add(NIGHT).text("id");
        var seen = center.api().get(path).header("ETag");

        assertThat(put(path, once, "If-Match", seen).text("name")).isEqualTo("once");
        assertThat(put(path, NIGHT, "If-Match", seen).problem()).isEqualTo("412 /problems/window-changed");
        assertThat(put(path, NIGHT).status()).isEqualTo(200);
        assertThat(center.api().get(path).text("version")).isEqualTo("3");
    }

    @Test
    void showsTheNextOpeningsInLocalTimeAsBlackoutsLeaveThem() {
        var openings = WINDOWS + "/" + add(once).text("id") + "/openings";

        var whole = center.as(Role.VIEWER).get(openings).json().path("items");
        var blackout = center.api().post(BLACKOUTS, """
                {"from":"%1$sT07:00:00+05:30","to":"%1$sT02:00:00Z","reason":"trade fair"}""".formatted(day));
        var split = center.api().get(openings).json().path("items");
        var listed = center.api().get(BLACKOUTS).json().path("items");
        var gone = center.api().delete(BLACKOUTS + "/" + blackout.text("id"));

        assertThat(whole)
                .extracting(opening -> opening.path("opens").asText() + " "
                        + opening.path("localOpens").asText() + " "
                        + opening.path("localCloses").asText())
                .containsExactly("%1$sT01:00:00Z %1$sT06:30:00+05:30 %1$sT08:30:00+05:30".formatted(day));
        assertThat(split)
                .extracting(opening -> opening.path("opens").asText())
                .containsExactly(day + "T01:00:00Z", day + "T02:00:00Z");
        assertThat(listed.findValuesAsText("reason")).contains("trade fair");
        assertThat(gone.status()).isEqualTo(204);
        assertThat(center.api().delete(BLACKOUTS + "/" + blackout.text("id")).problem())
                .isEqualTo("404 /problems/unknown-blackout");
    }

    @ParameterizedTest
    @CsvSource({"?count=1, 1", "?count=100, 100", "'', 10"})
    void showsAsManyAsAreAskedFor(String query, int count) {
        var path = WINDOWS + "/" + add(NIGHT).text("id") + "/openings";

        assertThat(center.api().get(path + query).json().path("items")).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 is not a count: allowed is 1 to 100", "101, 101 is not a count: allowed is 1 to 100"})
    void refusesToShowNoneOrVeryMany(String count, String sentence) {
        var answer = center.api().get(WINDOWS + "/" + add(NIGHT).text("id") + "/openings?count=" + count);

        assertThat(answer.problem()).isEqualTo("400 /problems/invalid-parameter");
        assertThat(answer.text("detail")).isEqualTo("count: " + sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{'zone':'Europe/Bonn'}  | zone is 'Europe/Bonn': allowed is a name of the IANA database such as Europe/Berlin",
                "{'zone':'+01:00'}       | The body: zone is '+01:00': allowed is a name of the IANA database such as"
                        + " Europe/Berlin",
                "{'duration':'PT0S'}     | The body: duration is PT0S: allowed is more than PT0S and at most P366D",
                "{'duration':'-PT1H'}    | The body: duration is PT-1H: allowed is more than PT0S and at most P366D",
                "{'duration':'6 hours'}  | duration is '6 hours': allowed is an ISO-8601 duration such as PT30S",
                "{'recurrence':{'kind':'MONTHLY_DAY','day':32,'time':'22:00'}} | recurrence: day is 32: allowed is 1 to 31",
                "{'recurrence':{'kind':'WEEKLY','days':['SATURDAY'],'time':'25:00'}} | recurrence.time is '25:00': allowed is"
                        + " a time of the day such as 22:00",
                "{'recurrence':{'kind':'WEEKLY','days':['SATURDAY']}} | recurrence: time is missing",
                "{'recurrence':{'kind':'ONCE','at':'tomorrow'}} | recurrence.at is 'tomorrow': allowed is a local date and time"
                        + " such as 2026-11-22T22:00",
                "{'recurrence':{'kind':'DAILY'}} | recurrence.kind is 'DAILY': allowed is WEEKLY, MONTHLY_DAY, MONTHLY_WEEKDAY,"
                        + " ONCE"
            })
    void saysWhatIsWrongWithAWindow(String bad, String detail) throws Exception {
        var body = (ObjectNode) UpgradeJson.mapper().readTree(NIGHT);
        body.setAll((ObjectNode) UpgradeJson.mapper().readTree(bad.replace('\'', '"')));

        var answer = add(body.toString());

        assertThat(answer.problem()).isEqualTo("422 /problems/invalid-request");
        assertThat(answer.text("detail")).isEqualTo(detail);
    }

    @Test
    void refusesABlackoutThatEndsBeforeItBegins() {
        var answer = center.api().post(BLACKOUTS, """
                {"from":"2026-12-24T00:00:00Z","to":"2026-12-23T00:00:00Z","reason":"trade"}""");

        assertThat(answer.problem()).isEqualTo("422 /problems/invalid-request");
        assertThat(answer.text("detail"))
                .isEqualTo("The body: to is 2026-12-23T00:00:00Z: allowed is what comes after from, which is"
                        + " 2026-12-24T00:00:00Z");
    }

    private static Answer put(String path, String body, String... headers) {
        var all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return center.api().send("PUT", path, BodyPublishers.ofByteArray(body.getBytes(UTF_8)), all);
    }
}

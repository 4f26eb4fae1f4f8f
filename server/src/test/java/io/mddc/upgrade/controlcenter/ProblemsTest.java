package io.mddc.upgrade.controlcenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {
    private static final String ORDER = "{\"targets\":[{\"component\":\"CORE\",\"version\":\"5.17.0-1\"}]%s}";

    @RegisterExtension
    static final RunningControlCenter center = new RunningControlCenter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{                              | 400 | malformed-request | The body is not JSON: Unexpected end-of-input:"
                        + " expected close marker for Object (line 1, column 2)",
                "null                           | 400 | malformed-request | The body is null: send the JSON that this"
                        + " takes.",
                "[]                             | 422 | invalid-request | The body has the wrong form: expected is an"
                        + " object",
                "{}                             | 422 | invalid-request | The body: targets is empty: name at least one"
                        + " component and version",
                "{\"targets\":{}}               | 422 | invalid-request | targets has the wrong form: expected is a list",
                "{\"targets\":[null]}           | 422 | invalid-request | The body: targets has a null in it",
                "{\"targets\":[{\"version\":\"1\"}]} | 422 | invalid-request | targets[0]: component is missing",
                "{\"targets\":[{\"component\":\"COR\"}]} | 422 | invalid-request | targets[0].component is 'COR': allowed is"
                        + " CORE, WORKER, API_GATEWAY, CONTROL_CENTER, IDENTITY_SERVICE, FILE_STORAGE"
            })
    void saysWhatIsWrongWithTheBody(String body, int status, String type, String detail) {
        var answer = center.api().command("/api/v1/upgrades", "some-key", body);

        assertThat(answer.problem()).isEqualTo(status + " /problems/" + type);
        assertThat(answer.text("detail")).isEqualTo(detail);
        assertThat(answer.text("instance")).isEqualTo("/api/v1/upgrades");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"foo\":1                              | foo is unknown: allowed is hosts, policy, start, targets",
                "\"hosts\":[\"UP\"]                     | hosts[0]: 'UP' is not a host id: allowed is"
                        + " [a-z0-9][a-z0-9.-]{0,252}",
                "\"policy\":{\"drain\":{\"limt\":\"PT1S\"}} | policy.drain.limt is unknown: allowed is answerWithin,"
                        + " idleConfirm, limit, longestSlice, slice, whenPassed",
                "\"policy\":{\"failureBudget\":0}       | policy.failureBudget: failureBudget is '0': allowed is a count from 1 to"
                        + " 9999, or a share from 1% to 100%",
                "\"policy\":{\"failureBudget\":null}    | policy.failureBudget is null: leave the key out to keep the"
                        + " installation's.",
                "\"policy\":{\"drain\":{\"limit\":\"x\"}} | policy.drain.limit is 'x': allowed is an ISO-8601 duration such"
                        + " as PT30S",
                "\"policy\":{\"drain\":7}               | policy.drain is 7: allowed is an object with keys of policy.yml;"
                        + " leave out what stays as it is."
            })
    void saysWhichKeyIsWrongAndWhatIsAllowed(String more, String detail) {
        var answer = center.api().command("/api/v1/upgrades", "some-key", ORDER.formatted("," + more));

        assertThat(answer.problem()).isEqualTo("422 /problems/invalid-request");
        assertThat(answer.text("detail")).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/v1/nope,                  404 /problems/not-found",
        "GET,    /api/v1/upgrades/xx,           404 /problems/not-found",
        "GET,    /api/v1/upgrades/2026-01-01-9, 404 /problems/unknown-upgrade",
        "GET,    /api/v1/upgrades/2026-01-01-9/events, 404 /problems/unknown-upgrade",
        "GET,    /api/v1/upgrades/2026-01-01-9/report, 404 /problems/unknown-upgrade",
        "GET,    /api/v1/upgrades/2026-01-01-9/events?after=x, 400 /problems/invalid-parameter",
        "GET,    /api/v1/upgrades?limit=0,      400 /problems/invalid-parameter",
        "GET,    /api/v1/upgrades?limit=1001,   400 /problems/invalid-parameter",
        "GET,    /api/v1/upgrades?after=%20,    400 /problems/invalid-parameter",
        "GET,    /api/v1/upgrades?after=zz,     400 /problems/malformed-request",
        "GET,    /api/v1/audit?after=zz,        400 /problems/malformed-request",
        "GET,    /api/v1/instances/none,        404 /problems/unknown-instance",
        "GET,    /api/v1/instances/NONE,        404 /problems/not-found",
        "GET,    /api/v1/packages/abc,          404 /problems/not-found",
        "PUT,    /api/v1/upgrades,              405 /problems/method-not-allowed",
        "DELETE, /api/v1/upgrades/2026-01-01-9, 405 /problems/method-not-allowed"
    })
    void answersWithAProblem(String method, String path, String problem) {
        assertThat(center.api().send(method, path, BodyPublishers.noBody()).problem())
                .isEqualTo(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/upgrades", "/api/v1/packages?fileName=a.deb", "/api/v1/workers"})
    void takesOnlyWhatItCanRead(String path) {
        assertThat(center.api().post(path, "text/plain", new byte[] {'x'}).problem())
                .isEqualTo("415 /problems/unsupported-media-type");
    }

    @Test
    void namesTheMethodsThatAreAllowed() {
        var answer = center.api().send("PUT", "/api/v1/audit", BodyPublishers.noBody());

        assertThat(answer.header("Allow")).contains("GET");
        assertThat(answer.text("detail")).isEqualTo("Allowed at /api/v1/audit is " + answer.header("Allow") + ".");
    }

    @Test
    void refusesABodyOverTheLimitWhetherItsLengthIsAnnouncedOrNot() {
        var body = "{\"targets\":\"" + "x".repeat(70_000) + "\"}";
        var announced = center.api().command("/api/v1/upgrades", "some-key", body);
        var chunked = center.api()
                .send(
                        "POST",
                        "/api/v1/upgrades",
                        BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(
                                body.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                        "Content-Type",
                        "application/json");

        assertThat(announced.problem()).isEqualTo("413 /problems/body-too-large");
        assertThat(chunked.problem()).isEqualTo("413 /problems/body-too-large");
        assertThat(announced.json().path("limit").asInt()).isEqualTo(65_536);
    }

    @Test
    void whatTheServerItselfRefusesIsAProblemToo() {
        var answer = center.api().get("/healthz", "X-Large", "x".repeat(20_000));

        assertThat(answer.problem()).isEqualTo("431 /problems/request-header-fields-too-large");
    }

    @Test
    void aCommandWithoutAKeyIsRefused() {
        assertThat(center.api().post("/api/v1/upgrades", ORDER.formatted("")).problem())
                .isEqualTo("400 /problems/malformed-request");
        assertThat(center.api()
                        .post("/api/v1/upgrades/2026-01-01-9/abort", "{\"reason\":\"x\"}")
                        .problem())
                .isEqualTo("400 /problems/malformed-request");
        assertThat(center.api()
                        .command("/api/v1/upgrades", "with space", ORDER.formatted(""))
                        .problem())
                .isEqualTo("400 /problems/invalid-parameter");
    }

    @Test
    void isReadyAndNamesEachPart() {
        assertThat(center.asNobody().get("/healthz").status()).isEqualTo(200);
        center.needsEngine();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(center.asNobody().get("/readyz").status()).isEqualTo(200));

        var checks = center.asNobody().get("/readyz?verbose=true").json().path("checks");

        assertThat(checks.fieldNames()).toIterable().containsExactly("database", "engine", "workflows", "hold");
        assertThat(checks.path("engine").path("mode").asText()).isEqualTo("embedded");
    }
}

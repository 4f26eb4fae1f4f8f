package io.mddc.upgrade.controlcenter;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.mddc.upgrade.controlcenter.access.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
    @RegisterExtension
    static final RunningControlCenter center = new RunningControlCenter();

    @Test
    void everyResourceMethodNamesItsRole() {
        assertThat(resourceMethods())
                .hasSizeGreaterThan(15)
                .allSatisfy(method -> assertThat(method)
                        .matches(
                                any -> any.isAnnotationPresent(RolesAllowed.class)
                                        ^ any.isAnnotationPresent(PermitAll.class),
                                "has @RolesAllowed or @PermitAll"));
    }

    @Test
    void nothingOutsideThePagesButHealthAndVersionIsOpenToEverybody() {
        var open = resourceMethods()
                .filter(method -> method.isAnnotationPresent(PermitAll.class))
                .filter(method -> !method.getDeclaringClass().getPackageName().endsWith(".console"))
                .map(Method::getName);

        assertThat(open).containsExactlyInAnyOrder("live", "ready", "version");
    }

    private static Stream<Method> resourceMethods() {
        var resources = center.started().application().getEnvironment().jersey().getResourceConfig();
        return Stream.concat(
                        resources.getClasses().stream(),
                        resources.getSingletons().stream().map(Object::getClass))
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(AccessTest::isRequestMethod);
    }

    private static boolean isRequestMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    /** Columns: what each of the roles gets; - is let in (whatever the request then comes to), 403 is not. */
    @ParameterizedTest
    @CsvSource({
        "GET,    /api/v1/workers,                   -,   -,   -,   403",
        "POST,   /api/v1/workers,                   403, 403, -,   403",
        "POST,   /api/v1/workers/host-x/status,     403, 403, 403, -",
        "POST,   /api/v1/workers/host-x/permits,    403, 403, 403, -",
        "GET,    /api/v1/instances,                 -,   -,   -,   403",
        "GET,    /api/v1/instances/core-1,          -,   -,   -,   403",
        "POST,   /api/v1/instances,                 403, 403, -,   403",
        "PUT,    /api/v1/instances/stated-1,        403, 403, -,   403",
        "DELETE, /api/v1/instances/stated-1,        403, 403, -,   403",
        "GET,    /api/v1/packages,                  -,   -,   -,   403",
        "POST,   /api/v1/packages,                  403, 403, -,   403",
        "GET,    /api/v1/packages/{digest},         -,   -,   -,   403",
        "DELETE, /api/v1/packages/{digest},         403, 403, -,   403",
        "GET,    /api/v1/packages/{digest}/content, -,   -,   -,   -",
        "GET,    /api/v1/upgrades,                  -,   -,   -,   403",
        "POST,   /api/v1/upgrades,                  403, -,   -,   403",
        "POST,   /api/v1/plans,                     403, -,   -,   403",
        "GET,    /api/v1/upgrades/2026-01-01-1,     -,   -,   -,   403",
        "GET,    /api/v1/upgrades/2026-01-01-1/events, -, -,  -,   403",
        "GET,    /api/v1/upgrades/2026-01-01-1/report, -, -,  -,   403",
        "POST,   /api/v1/upgrades/2026-01-01-1/abort, 403, -, -,   403",
        "GET,    /metrics,                          -,   -,   -,   403",
        "POST,   /api/v1/upgrades/2026-01-01-1/pause, 403, -, -,   403",
        "POST,   /api/v1/upgrades/2026-01-01-1/resume, 403, -, -,  403",
        "POST,   /api/v1/upgrades/2026-01-01-1/rollback, 403, -, -, 403",
        "POST,   /api/v1/upgrades/2026-01-01-1/stages/CORE/approve, 403, -, -, 403",
        "POST,   /api/v1/upgrades/2026-01-01-1/stages/CORE/concurrency, 403, -, -, 403",
        "POST,   /api/v1/upgrades/2026-01-01-1/instances/core-1/retry, 403, -, -, 403",
        "POST,   /api/v1/upgrades/2026-01-01-1/instances/core-1/skip, 403, -, -, 403",
        "POST,   /api/v1/upgrades/2026-01-01-1/instances/core-1/extend-drain, 403, -, -, 403",
        "POST,   /api/v1/upgrades/2026-01-01-1/instances/core-1/return-to-service, 403, -, -, 403",
        "POST,   /api/v1/upgrades/2026-01-01-1/instances/core-1/answer, 403, -, -, 403",
        "POST,   /api/v1/upgrades/2026-01-01-1/instances/core-1/confirm-installed, 403, -, -, 403",
        "GET,    /api/v1/settings,                  -,   -,   -,   403",
        "GET,    /api/v1/settings/workflow,         -,   -,   -,   403",
        "PUT,    /api/v1/settings/workflow,         403, 403, -,   403",
        "GET,    /api/v1/emergency-stop,            -,   -,   -,   403",
        "PUT,    /api/v1/emergency-stop,            403, -,   -,   403",
        "DELETE, /api/v1/emergency-stop,            403, 403, -,   403",
        "POST,   /api/v1/tokens,                    403, 403, -,   403",
        "GET,    /api/v1/windows,                   -,   -,   -,   403",
        "POST,   /api/v1/windows,                   403, -,   -,   403",
        "GET,    /api/v1/windows/9999,              -,   -,   -,   403",
        "PUT,    /api/v1/windows/9999,              403, -,   -,   403",
        "DELETE, /api/v1/windows/9999,              403, -,   -,   403",
        "GET,    /api/v1/windows/9999/openings,     -,   -,   -,   403",
        "GET,    /api/v1/blackouts,                 -,   -,   -,   403",
        "POST,   /api/v1/blackouts,                 403, -,   -,   403",
        "DELETE, /api/v1/blackouts/9999,            403, -,   -,   403",
        "GET,    /api/v1/audit,                     403, 403, -,   403"
    })
    void letsInWhoMayAndNobodyElse(
            String method, String path, String viewer, String operator, String admin, String worker) {
        var address = path.replace("{digest}", "0".repeat(64));
        var answers = Stream.of(
                        center.as(Role.VIEWER),
                        center.as(Role.OPERATOR),
                        center.as(Role.ADMIN),
                        center.asWorker("host-x"))
                .map(api -> send(api, method, address))
                .map(status -> status == 403 ? "403" : "-")
                .collect(joining(" "));

        assertThat(answers).isEqualTo(String.join(" ", List.of(viewer, operator, admin, worker)));
        assertThat(send(center.asNobody(), method, address)).isEqualTo(401);
        assertThat(send(center.as("no-such-token"), method, address)).isEqualTo(401);
    }

    private static int send(Api api, String method, String path) {
        var type = path.endsWith("packages") ? "application/octet-stream" : "application/json";
        var body = method.equals("POST") ? BodyPublishers.ofString("{") : BodyPublishers.noBody();
        return api.send(method, path, body, "Content-Type", type).status();
    }

    @Test
    void takesTheTokenInTheHeaderApikeyToo() {
        var answer = center.asNobody()
                .get("/api/v1/workers", "apikey", center.api().token().orElseThrow());

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void saysHowToAuthenticate() {
        var answer = center.asNobody().get("/api/v1/workers");

        assertThat(answer.problem()).isEqualTo("401 /problems/not-authenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    private static String report(String host) {
        return "{\"host\":\"" + host
                + "\",\"version\":\"1\",\"load\":0,\"memoryFree\":1,\"diskFree\":1,\"instances\":[],"
                + "\"openInstalls\":[]}";
    }

    @Test
    void aWorkerSpeaksForItsOwnHostOnly() {
        var worker = center.asWorker("host-own");
        var permit = "{\"operation\":\"2026-01-01-1/core-1/1\",\"step\":\"DRAIN\"}";
        var report = report("host-other");

        assertThat(worker.post("/api/v1/workers/host-other/status", report).problem())
                .isEqualTo("403 /problems/not-allowed");
        assertThat(worker.post("/api/v1/workers/host-other/permits", permit).problem())
                .isEqualTo("403 /problems/not-allowed");
        assertThat(worker.post("/api/v1/workers/host-own/status", report).problem())
                .isEqualTo("422 /problems/invalid-request");
    }

    @Test
    void enrollingAgainMakesTheFormerCredentialVoid() {
        var first = center.asWorker("host-again");
        var second = center.asWorker("host-again");

        assertThat(first.get("/api/v1/workers").status()).isEqualTo(401);
        assertThat(second.get("/api/v1/workers").status()).isEqualTo(403);
    }

    @Test
    void auditsCommandsAndDenialsButNotReports() {
        var report = report("host-audit");
        var worker = center.asWorker("host-audit");
        worker.post("/api/v1/workers/host-audit/status", report);
        worker.get("/api/v1/audit");
        center.asNobody().get("/api/v1/audit");

        var newest = center.api().get("/api/v1/audit?limit=3").json().path("items");

        assertThat(newest)
                .extracting(entry -> entry.path("actor").asText() + " "
                        + entry.path("action").asText() + " "
                        + entry.path("status").asInt())
                .containsExactly(
                        "unknown GET /api/v1/audit 401",
                        "worker/host-audit GET /api/v1/audit 403",
                        "administrator POST /api/v1/workers 201");
    }

    @Test
    void theAdministratorsTokenIsReadableByItsOwnerAlone() throws IOException {
        var file = center.started().folder().resolve("admin.token");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}

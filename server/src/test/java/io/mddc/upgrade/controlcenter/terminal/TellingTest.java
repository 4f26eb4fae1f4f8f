package io.mddc.upgrade.controlcenter.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands to a running upgrade, and the plan, against a real HTTP server. */
class TellingTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AnsweringServer server;

    TellingTest() throws IOException {
        server = new AnsweringServer();
    }

    @BeforeEach
    void writeToken() throws IOException {
        Files.writeString(folder.resolve("admin.token"), "secret\n");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "pause u,               /upgrades/u/pause",
        "pause,                 /upgrades/new/pause",
        "resume u,              /upgrades/u/resume",
        "rollback u,            /upgrades/u/rollback",
        "retry core-2 --upgrade u, /upgrades/u/instances/core-2/retry",
        "skip core-2,           /upgrades/new/instances/core-2/skip"
    })
    void tellsTheUpgradeWithAReason(String command, String path) {
        server.answers("GET /upgrades", """
                {"items":[{"id":"new","state":"RUNNING","startedAt":"2026-11-22T10:00:00Z"}],"next":null}""").answers("POST " + path, 202, "{\"id\":\"u\"}");

        assertThat(run((command + " --reason later --key k1").split(" ", -1))).isZero();

        var told = server.asked().get(server.asked().size() - 1);
        assertThat(told.body()).isEqualTo("{\"reason\":\"later\"}");
        assertThat(told.key()).isEqualTo("k1");
        assertThat(out.toString()).startsWith("Upgrade ").contains("mddc-upgrade watch");
    }

    @Test
    void endsWithFourWhenTheStateDoesNotAllowACommand() {
        server.answers("POST /upgrades/u/instances/core-2/skip", 409, """
                {"title":"Command rejected","detail":"core-2 is INSTALLING."}""");

        assertThat(run("skip", "core-2", "--upgrade", "u")).isEqualTo(ExitStatus.REFUSED);

        assertThat(err).hasToString("Command rejected\ncore-2 is INSTALLING.\n");
    }

    @Test
    void setsAndReleasesTheEmergencyStopAndStatusShowsItFirst() {
        var stop = "{\"stopped\":true,\"sentence\":\"Emergency stop by anna: smoke.\"}";
        server.answers("PUT /emergency-stop", stop)
                .answers("GET /emergency-stop", stop)
                .answers("DELETE /emergency-stop", "{\"stopped\":false,\"sentence\":\"Released by carl.\"}")
                .answers("GET /upgrades/u", """
                        {"id":"u","state":"PAUSED","startedAt":"2026-11-22T10:00:00Z","stages":[]}""");

        assertThat(run("emergency-stop", "--reason", "smoke")).isZero();
        assertThat(run("status", "u")).isZero();
        assertThat(run("emergency-release", "--reason", "the toaster")).isZero();

        assertThat(out.toString().lines().toList())
                .startsWith("Emergency stop by anna: smoke.", "Emergency stop by anna: smoke.")
                .endsWith("Released by carl.");
        assertThat(server.asked().get(0).body()).isEqualTo("{\"reason\":\"smoke\"}");
        assertThat(run("emergency-stop")).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void showsThePlanWithoutStartingAnything() {
        server.answers("POST /plans", """
                {"startable":true,"expected":{"sentence":"about PT20M"},"findings":[
                  {"code":"CONCURRENCY_ABOVE_ONE","blocking":false,"sentence":"4 at once.","cure":"Set 1."}],
                 "stages":[{"title":"MetaDefender Core","target":"5.17.0-1","minimumActive":1,"slots":4,
                   "impact":{"level":0,"sentence":"None."},"pointOfNoReturn":"none","expected":{"sentence":"about PT20M"},
                   "units":[{"instance":"core-1","host":"host-a","from":"5.16.0-1","to":"5.17.0-1","canary":true,"active":true},
                            {"instance":"core-2","host":"host-b","from":"5.16.0-1","to":"5.17.0-1","active":false}]}]}""");

        assertThat(run("plan", "--component", "CORE", "--version", "5.17.0-1")).isZero();

        assertThat(out).hasToString("""
                MetaDefender Core → 5.17.0-1, at least 1 stay active, at most 4 at once
                Impact: None.
                Point of no return: none
                Expected: about PT20M
                     instance   host     version
                1.   core-1     host-a   5.16.0-1 → 5.17.0-1   canary
                2.   core-2     host-b   5.16.0-1 → 5.17.0-1   sick

                  ! 4 at once. Set 1.
                Expected in all: about PT20M
                """);
        assertThat(server.asked()).extracting(AnsweringServer.Asked::call).containsExactly("POST /plans");
    }

    private int run(String... command) {
        var all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--server", server.url()));
        all.addAll(List.of("--token-file", folder.resolve("admin.token").toString()));
        return Terminal.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }
}

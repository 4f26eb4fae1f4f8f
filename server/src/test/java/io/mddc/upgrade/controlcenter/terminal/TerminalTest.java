package io.mddc.upgrade.controlcenter.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands against a real HTTP server: what is sent, what is printed, the exit status. */
class TerminalTest {
    private static final String RUNNING = upgrade("RUNNING", "null");
    private static final String NONE = "{\"items\":[],\"next\":null}";
    private static final String NO_EVENTS = ": here\n\n";
    private static final String LIVE = "event: live\ndata: {\"instance\":\"core-1\",\"sentence\":\"3 left\"}\n\n";
    private static final String ENDED = "event: ended\ndata: {}\n\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AnsweringServer server = server();

    private static AnsweringServer server() {
        try {
            return new AnsweringServer();
        } catch (IOException noPort) {
            throw new java.io.UncheckedIOException(noPort);
        }
    }

    @BeforeEach
    void writeToken() throws IOException {
        Files.writeString(folder.resolve("admin.token"), "secret\n");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void startsWithTheTargetsHostsPolicyAndKeyOfTheCommandLine() {
        server.answers("POST /upgrades", 201, RUNNING);

        var status = run(
                "start",
                "--component",
                "core",
                "--version",
                "5.17.0-1",
                "--host",
                "host-a",
                "--policy",
                "soak.unit=PT6S",
                "--policy",
                "minimumActive.CORE=2",
                "--key",
                "k1");

        assertThat(status).isZero();
        assertThat(out).hasToString("Upgrade 2026-11-22-1 is started: mddc-upgrade watch 2026-11-22-1\n");
        var asked = server.asked().get(0);
        assertThat(asked.authorization()).isEqualTo("Bearer secret");
        assertThat(asked.key()).isEqualTo("k1");
        assertThat(Json.parse(asked.body())).isEqualTo(Json.parse("""
                        {"targets":[{"component":"CORE","version":"5.17.0-1"}],"hosts":["host-a"],"start":"NOW",
                         "policy":{"minimumActive":{"CORE":2},"soak":{"unit":"PT6S"}}}"""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--weekly saturday,Sunday --at 22:00 | {'kind':'WEEKLY','days':['SATURDAY','SUNDAY'],'time':'22:00'}",
                "--monthly 31 --at 02:00             | {'kind':'MONTHLY_DAY','day':'31','time':'02:00'}",
                "--monthly last-friday --at 02:00    | {'kind':'MONTHLY_WEEKDAY','week':'LAST','weekday':'FRIDAY','time':'02:00'}",
                "--once 2026-11-22T22:00             | {'kind':'ONCE','at':'2026-11-22T22:00'}"
            },
            quoteCharacter = '\0')
    void addsAWindowThatRecursAsTheCommandLineSays(String options, String recurrence) {
        server.answers("POST /windows", 201, "{\"id\":7}");
        var line = "windows add night --zone Europe/Berlin --duration PT6H " + options;

        assertThat(run(line.split(" "))).isZero();

        assertThat(out).hasToString("Window 7 is added. When it opens: mddc-upgrade windows openings 7\n");
        assertThat(Json.parse(server.asked().get(0).body()))
                .isEqualTo(Json.parse("""
                {"name":"night","zone":"Europe/Berlin","duration":"PT6H","recurrence":%s}""".formatted(recurrence.replace('\'', '"'))));
    }

    @Test
    void showsWhenAWindowOpensAndRemovesIt() {
        server.answers("GET /windows/7/openings?count=2", 200, """
                {"items":[{"localOpens":"2026-11-21T22:00:00+01:00","localCloses":"2026-11-22T04:00:00+01:00",
                 "zone":"Europe/Berlin"}]}""");
        server.answers("DELETE /windows/7", 204, "");

        assertThat(run("windows", "openings", "7", "--count", "2")).isZero();
        assertThat(run("windows", "remove", "7")).isZero();

        assertThat(out.toString())
                .contains("2026-11-21T22:00:00+01:00   2026-11-22T04:00:00+01:00   Europe/Berlin")
                .contains("Window 7 is removed.");
    }

    @Test
    void addsListsAndRemovesBlackouts() {
        server.answers("POST /blackouts", 201, "{\"id\":3}");
        server.answers("GET /blackouts", 200, "{\"items\":[{\"id\":3,\"reason\":\"trade fair\"}]}");
        server.answers("DELETE /blackouts/3", 204, "");

        assertThat(run("blackouts", "add", "--from", "a", "--to", "b", "--reason", "trade fair"))
                .isZero();
        assertThat(run("blackouts", "list")).isZero();
        assertThat(run("blackouts", "remove", "3")).isZero();

        assertThat(Json.parse(server.asked().get(0).body()))
                .isEqualTo(Json.parse("{\"from\":\"a\",\"to\":\"b\",\"reason\":\"trade fair\"}"));
        assertThat(out.toString())
                .contains("Blackout 3 is added.")
                .contains("trade fair")
                .contains("Blackout 3 is removed.");
    }

    @Test
    void endsWithFourAndTheReasonsWhenRefused() {
        server.answers("POST /upgrades", 409, """
                {"type":"/problems/not-ready","title":"The plan has findings that block it","status":409,
                 "detail":"Remove the causes, then start again.",
                 "findings":[{"code":"ONLY_ONE","blocking":true,"sentence":"core-1 is the only Core.","cure":"Add one."}]}""");

        assertThat(run("start", "--component", "CORE", "--version", "5.17.0-1")).isEqualTo(ExitStatus.REFUSED);

        assertThat(err).hasToString("""
                The plan has findings that block it
                Remove the causes, then start again.
                  ✖ core-1 is the only Core. Add one.
                """);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void printsTheProblemItselfForScripts() {
        server.answers("GET /upgrades/gone", 404, "{\"title\":\"No such upgrade\",\"upgradeId\":\"gone\"}");

        assertThat(run("status", "gone", "--output", "json")).isEqualTo(ExitStatus.REFUSED);

        assertThat(Json.parse(out.toString()).path("upgradeId").asText()).isEqualTo("gone");
    }

    @Test
    void endsWithOneWhenTheControlCenterFailsOrIsAway() {
        server.answers("GET /upgrades/u", 500, "<html>no JSON</html>");
        assertThat(run("status", "u")).isEqualTo(ExitStatus.UNREACHABLE);

        server.goAway();
        assertThat(run("status", "u")).isEqualTo(ExitStatus.UNREACHABLE);

        assertThat(err.toString())
                .isEqualTo("HTTP status 500\nNo control center answers at " + server.url()
                        + ": start it (mddc-upgrade control-center), or give --server or MDDC_SERVER.\n");
    }

    @Test
    void endsWithTwoForACommandLineItDoesNotUnderstand() {
        assertThat(run("start", "--component", "CORE")).isEqualTo(ExitStatus.USAGE);
        assertThat(run("status", "--token-file", folder.resolve("none").toString()))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(run("status", "--server", "here")).isEqualTo(ExitStatus.USAGE);
        assertThat(run("status", "--output", "xml")).isEqualTo(ExitStatus.USAGE);
        assertThat(run("packages", "upload", folder.resolve("none.deb").toString()))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(run("start", "--component", "CORE", "--version", "5", "--policy", "a=1", "--policy", "a.b=2"))
                .isEqualTo(ExitStatus.USAGE);

        assertThat(err.toString())
                .contains(
                        "--version=VERSION",
                        "none, which cannot be read",
                        "--server is here: allowed is",
                        "expected one of",
                        "none.deb is no readable file",
                        "--policy a has a value and keys below it");
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void watchEndsByTheOutcome() {
        server.answers("GET /upgrades/u/events?after=0", ENDED);

        server.answers("GET /upgrades/u", upgrade("ENDED", "\"SUCCEEDED\""));
        assertThat(run("watch", "u")).isZero();

        server.answers("GET /upgrades/u", upgrade("ENDED", "\"PARTIAL\""));
        assertThat(run("watch", "u")).isEqualTo(ExitStatus.ENDED_OTHERWISE);
    }

    @Test
    void watchGoesOnWhenTheControlCenterComesBackAndShowsEachEventOnce() throws IOException {
        server.answers("GET /upgrades/u", RUNNING)
                .answers("GET /upgrades/u/events?after=0", events(1, "first"))
                .answers("GET /upgrades/u/events?after=1", NO_EVENTS);
        var watching = CompletableFuture.supplyAsync(() -> run("watch", "u"));
        await().until(() -> server.wasAsked("GET /upgrades/u/events?after=1"));

        server.goAway();
        await().until(() -> out.toString().contains("does not answer"));
        server.answers("GET /upgrades/u", upgrade("ENDED", "\"SUCCEEDED\""))
                .answers("GET /upgrades/u/events?after=1", events(2, "second") + ENDED);
        server.comeBack();

        assertThat(watching.join()).isZero();
        assertThat(out.toString().lines().map(line -> line.replaceFirst("^[0-9:]+ ", "")))
                .containsSubsequence(
                        "core-1 DRAINING: first",
                        "The control center does not answer, trying again.",
                        "The control center answers again.",
                        "core-1 DRAINING: second")
                .containsOnlyOnce(
                        "core-1 DRAINING: first",
                        "The control center does not answer, trying again.",
                        "core-1 DRAINING: second");
    }

    @Test
    void watchPrintsOneObjectPerEventForScriptsAndTheUpgradeAsTheLast() {
        server.answers("GET /upgrades/u", upgrade("ENDED", "\"FAILED\""))
                .answers("GET /upgrades/u/events?after=0", events(1, "first") + LIVE + ENDED);

        assertThat(run("watch", "u", "--output", "json")).isEqualTo(ExitStatus.ENDED_OTHERWISE);

        var lines = out.toString().lines().map(Json::parse).toList();
        assertThat(lines).extracting(line -> line.path("seq").asInt(-1)).containsExactly(1, -1);
        assertThat(lines.get(1).path("outcome").asText()).isEqualTo("FAILED");
    }

    @Test
    void takesTheUpgradeThatWasStartedLastWhenNoneIsNamed() {
        server.answers("GET /upgrades", """
                {"items":[{"id":"old","state":"ENDED","startedAt":"2026-11-21T10:00:00Z"},
                          {"id":"new","state":"RUNNING","startedAt":"2026-11-22T10:00:00Z"}],"next":null}""")
                .answers("GET /upgrades/new", RUNNING)
                .answers("GET /emergency-stop", "{\"stopped\":false}");

        assertThat(run("status")).isZero();
        assertThat(out.toString()).startsWith("Upgrade 2026-11-22-1   RUNNING");
    }

    @Test
    void saysThatThereIsNoUpgradeYet() {
        server.answers("GET /upgrades", NONE);

        assertThat(run("status")).isEqualTo(ExitStatus.REFUSED);
        assertThat(err).hasToString("There is no upgrade yet: start one with mddc-upgrade start.\n");
    }

    @Test
    void refusesAFileThatIsNoTokenWithoutShowingIt() throws IOException {
        var file = Files.writeString(folder.resolve("some.yml"), "user: me\npassword: pearl\n");

        assertThat(run("status", "--token-file", file.toString())).isEqualTo(ExitStatus.USAGE);
        assertThat(err.toString()).contains("which holds no token").doesNotContain("pearl");
    }

    @Test
    void abortsWithAReasonAndNeverGuessesWhich() {
        server.answers("POST /upgrades/u/abort", 202, RUNNING);

        assertThat(run("abort", "--reason", "wrong night")).isEqualTo(ExitStatus.USAGE);
        assertThat(run("abort", "u", "--reason", "wrong night")).isZero();

        assertThat(server.asked())
                .extracting(AnsweringServer.Asked::body)
                .containsExactly("{\"reason\":\"wrong night\"}");
    }

    @Test
    void uploadsTheBytesUnderTheNameOfTheFile() throws IOException {
        var file = Files.writeString(folder.resolve("md-core 5+1.deb"), "bytes");
        server.answers("POST /packages?fileName=md-core%205%2B1.deb", 201, """
                {"component":"CORE","version":"5.17.0-1","digest":"ab12"}""");

        assertThat(run("packages", "upload", file.toString())).isZero();

        assertThat(out).hasToString("md-core 5+1.deb is stored: CORE 5.17.0-1, SHA-256 ab12\n");
        assertThat(server.asked().get(0).body()).isEqualTo("bytes");
    }

    @Test
    void printsNothingButTheCredentialOfAnEnrolledWorker() {
        server.answers("POST /workers", 201, "{\"host\":\"host-a\",\"token\":\"t0k3n\"}");

        assertThat(run("workers", "enrol", "host-a")).isZero();

        assertThat(out).hasToString("t0k3n\n");
    }

    @Test
    void listsInstances() {
        server.answers("GET /instances", """
                {"items":[{"id":"core-1","component":"CORE","host":"host-a","running":"5.16.0","health":"READY"}]}""");

        assertThat(run("instances")).isZero();

        assertThat(out.toString().lines().map(String::stripTrailing))
                .containsExactly(
                        "id       component   host     installed   running   health   isolatedBy   statedBy   lastReport",
                        "core-1   CORE        host-a               5.16.0    READY");
    }

    @Test
    void statesAnInstanceOnAHostWithoutAWorkerAndRemovesIt() {
        server.answers("PUT /instances/identity-1", "{\"id\":\"identity-1\",\"statedBy\":\"anna\"}");
        server.answers("DELETE /instances/identity-1", "{}");

        assertThat(run(
                        "instances",
                        "state",
                        "identity-1",
                        "--component",
                        "IDENTITY_SERVICE",
                        "--host",
                        "host-x",
                        "--platform",
                        "RPM/x86_64",
                        "--url",
                        "http://10.0.0.7:8009",
                        "--installed",
                        "2.5.0-1"))
                .isZero();
        assertThat(run("instances", "remove", "identity-1")).isZero();

        assertThat(out.toString().lines())
                .containsExactly("Instance identity-1 is stated by anna.", "Instance identity-1 is removed.");
    }

    @Test
    void documentsTheExitStatusesOfEveryCommand() {
        for (var command : List.of("start", "plan", "watch", "pause", "skip", "instances")) {
            run(command, "--help");
        }
        assertThat(out.toString()
                        .lines()
                        .filter(line -> line.equals("  4   the control center refused, with the reason")))
                .hasSize(6);
    }

    private int run(String... command) {
        var all = new ArrayList<>(List.of(command));
        if (!all.contains("--server")) {
            all.addAll(List.of("--server", server.url()));
        }
        if (!all.contains("--token-file")) {
            all.addAll(List.of("--token-file", folder.resolve("admin.token").toString()));
        }
        return Terminal.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }

    private static String upgrade(String state, String outcome) {
        return """
                {"id":"2026-11-22-1","state":"%s","outcome":%s,"startedAt":"2026-11-22T10:00:00Z","new":1}""".formatted(state, outcome);
    }

    private static String events(int seq, String sentence) {
        return """
                id: %d
                event: unit
                data: {"seq":%d,"at":"2026-11-22T10:00:01Z","subject":"UNIT","instance":"core-1","state":"DRAINING","sentence":"%s"}

                """.formatted(seq, seq, sentence);
    }
}

package io.mddc.upgrade.controlcenter.console;

import static io.dropwizard.testing.ConfigOverride.config;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.core.Configuration;
import io.dropwizard.testing.junit5.DropwizardAppExtension;
import io.dropwizard.testing.junit5.DropwizardExtensionsSupport;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real pages over HTTP, from the templates that were compiled into the jar. */
@ExtendWith(DropwizardExtensionsSupport.class)
class ConsoleTest {
    private static final String HOST = "127.0.23.3";
    /** Apart from the settings of other applications that tests leave running. */
    private static final String SETTINGS = "console";

    private static final String PAGE = "/upgrades/2026-11-22-3";
    private static final String REPORT = "/upgrades/2026-11-22-2/report";

    private static final DropwizardAppExtension<Configuration> APP = new DropwizardAppExtension<>(
            SampleConsole.class,
            (String) null,
            SETTINGS,
            config(SETTINGS, "server.applicationConnectors[0].port", "0"),
            config(SETTINGS, "server.applicationConnectors[0].bindHost", HOST),
            config(SETTINGS, "server.adminConnectors[0].port", "0"),
            config(SETTINGS, "server.adminConnectors[0].bindHost", HOST),
            config(SETTINGS, "logging.level", "WARN"));

    private final HttpClient browser = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/upgrades", PAGE, "/upgrades/none/report"})
    void leadsEverybodyElseToTheSignIn(String page) throws Exception {
        var answer = get(page, "");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in");
    }

    @Test
    void refusesAnUnknownTokenAndSaysWhereTheRightOneIs() throws Exception {
        var answer = post("/sign-in", "token=guess", "");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains("This token is not known.", "admin.token");
    }

    @Test
    void keepsTheSessionInACookieThatScriptsAndOtherSitesDoNotGet() throws Exception {
        var cookie = post("/sign-in", "token=secret", "")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();

        assertThat(cookie).startsWith(SessionFilter.COOKIE + "=").contains("HttpOnly", "SameSite=Strict", "Path=/");
    }

    @Test
    void listsUpgradesWithTheirOutcome() throws Exception {
        var page = get("/upgrades", signIn()).body();

        assertThat(text(page))
                .containsSubsequence(
                        "2026-11-22-3 MetaDefender Core 5.16.0-1 → 5.17.0-1 ● RUNNING 1 of 3 upgraded",
                        "2026-11-22-2 MetaDefender Core 5.16.0-1 → 5.17.0-1 ✖ FAILED 0 of 1 upgraded");
    }

    @Test
    void showsEachUnitWithItsStepsTheirMarksAndTheirLength() throws Exception {
        var page = text(get(PAGE, signIn()).body());

        assertThat(page)
                .containsSubsequence(
                        "Upgrade 2026-11-22-3",
                        "● RUNNING",
                        "ETA ",
                        "(±2 min), from 1 unit of this upgrade",
                        "core-2 drains: 3 files left, oldest 41 min (archive-deep)",
                        "core-1 host-a 5.17.0-1 ✔ done 1:10 ✔ done 1:10 ✔ done 1:10 ✔ done 1:10 ✔ done 1:10 not begun UPGRADED",
                        "core-2 host-b 5.16.0-1 ✔ done 1:10 ● running 1:10 not begun not begun not begun not begun DRAINING",
                        "core-3 host-c 5.16.0-1 ✔ done 1:10 not begun not begun not begun not begun not begun"
                                + " WAITING waits for core-2: 1 at a time",
                        "Temporal: upgrade/2026-11-22-3",
                        "core-2 3 files left, oldest 41 min (archive-deep)");
    }

    @Test
    void listensOrWithoutScriptsReloadsUntilTheUpgradeHasEnded() throws Exception {
        assertThat(get(PAGE, signIn()).body())
                .contains(
                        "<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>",
                        "<script src=\"/assets/console.js\" defer></script>",
                        "data-events=\"/upgrades/2026-11-22-3/events?after=1\"",
                        "data-since=\"2026-11-22T12:40:20Z\"");
        assertThat(get("/upgrades/" + SampleUpgrades.ENDED, signIn()).body())
                .doesNotContain("http-equiv", "<script", "/events");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/upgrades", "/upgrades/2026-11-22-2", "/upgrades/2026-11-22-2/report", "/sign-in"})
    void givesHostileNamesNoChanceAndNeedsNoInlineScriptOrStyle(String path) throws Exception {
        var answer = get(path, signIn());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .doesNotContain("<script", "javascript:")
                .doesNotContainPattern("\\s(style|on[a-z]+)=");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void reportsWhenEachStepBeganAndEnded() throws Exception {
        var report = text(get(REPORT, signIn()).body());

        assertThat(report)
                .contains("Report of upgrade 2026-11-22-2", "Took 1:01:40", "core-1 Install")
                .contains("after 1 units: ETA ", "off by -2.7 % of all, -16.7 % of what was left");
    }

    @Test
    void servesEveryStyleSheetItNames() throws Exception {
        var links = Pattern.compile("<link [^>]*href=\"([^\"]+)\"")
                .matcher(get("/sign-in", "").body());

        assertThat(links.results().map(link -> link.group(1)).toList())
                .hasSize(3)
                .allSatisfy(link -> assertThat(get(link, "").statusCode()).isEqualTo(200));
    }

    @Test
    void drawsWhatChangesAloneForTheScript() throws Exception {
        var fragment = get(PAGE + "/now", signIn());

        assertThat(text(fragment.body())).contains("core-2 host-b 5.16.0-1 ✔ done 1:10 ● running 1:10");
        assertThat(fragment.body())
                .contains("<tr data-instance=\"core-2\" data-step=\"DRAIN\">")
                .doesNotContain("<html");
        assertThat(get("/assets/console.js", "")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .contains("javascript");
    }

    @Test
    void streamsEventsToASession() throws Exception {
        var ended = "/upgrades/" + SampleUpgrades.ENDED + "/events";

        var answer = get(ended, signIn());

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(answer.body()).endsWith("event: ended\ndata: {\"upgrade\":\"2026-11-22-2\"}\n\n");
        assertThat(get(ended, "").statusCode()).isEqualTo(303);
    }

    @Test
    void saysThatThereIsNoSuchUpgrade() throws Exception {
        var cookie = signIn();

        assertThat(get("/upgrades/2020-01-01-1", cookie).statusCode()).isEqualTo(404);
        assertThat(get("/upgrades/%3Cscript%3E", cookie).statusCode()).isEqualTo(404);
    }

    @Test
    void signsOutByItsOwnFormOnly() throws Exception {
        var cookie = signIn();
        var form = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"")
                .matcher(get("/upgrades", cookie).body());
        assertThat(form.find()).isTrue();

        assertThat(post("/sign-out", "csrf=guess", cookie).statusCode()).isEqualTo(403);
        assertThat(get("/upgrades", cookie).statusCode()).isEqualTo(200);

        assertThat(post("/sign-out", "csrf=" + URLEncoder.encode(form.group(1), UTF_8), cookie)
                        .statusCode())
                .isEqualTo(303);
        assertThat(get("/upgrades", cookie).statusCode()).isEqualTo(303);
    }

    private String signIn() throws IOException, InterruptedException {
        var answer = post("/sign-in", "token=" + SampleConsole.TOKEN, "");
        return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        return browser.send(request(path, cookie).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form, String cookie)
            throws IOException, InterruptedException {
        return browser.send(
                request(path, cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String cookie) {
        return HttpRequest.newBuilder(URI.create("http://" + HOST + ":" + APP.getLocalPort() + path))
                .header("Cookie", cookie);
    }

    /** What is left of a page without its tags. */
    private static String text(String page) {
        return page.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}

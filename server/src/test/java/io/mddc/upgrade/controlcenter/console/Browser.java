package io.mddc.upgrade.controlcenter.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Pattern;

/** What a browser without scripts sends, with the cookie of one session; it follows no redirect. */
public record Browser(HttpClient client, URI site, String cookie) {
    /** Nobody is signed in yet. */
    public static Browser at(String site) {
        return new Browser(HttpClient.newHttpClient(), URI.create(site), "");
    }

    public Browser signedIn(String token) throws IOException, InterruptedException {
        var answer = post("/sign-in", Map.of("token", token));
        var given = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        return new Browser(client, site, given);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
        return client.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve(path)).header("Cookie", cookie);
    }

    /** The value of a hidden field. */
    public static String hidden(String name, String page) {
        var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        if (!field.find()) {
            throw new AssertionError("no hidden field " + name + " in " + page);
        }
        return field.group(1).replace("&#34;", "\"").replace("&quot;", "\"");
    }

    /** What is left of a page without its tags. */
    public static String text(String page) {
        return page.replaceAll("<[^>]*>", " ")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ");
    }
}

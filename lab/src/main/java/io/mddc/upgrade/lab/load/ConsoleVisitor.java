package io.mddc.upgrade.lab.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A person who signs in to the control center's console: each time anew, tried once and written into the book. */
final class ConsoleVisitor {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TO_THE_PAGES = 303;

    private final HttpClient http;
    private final ConsoleAccess access;
    private final RequestBook book;
    private final Clock clock;

    ConsoleVisitor(HttpClient http, ConsoleAccess access, RequestBook book, Clock clock) {
        this.http = http;
        this.access = access;
        this.book = book;
        this.clock = clock;
    }

    /** Done when it is written down. */
    CompletableFuture<Void> signIn() {
        return http.sendAsync(form(), BodyHandlers.discarding())
                .thenApply(ConsoleVisitor::trouble)
                .exceptionally(Throwable::toString)
                .thenAccept(this::note);
    }

    private HttpRequest form() {
        return HttpRequest.newBuilder(page())
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("token=" + URLEncoder.encode(access.token(), UTF_8)))
                .build();
    }

    private URI page() {
        return access.url().resolve("/sign-in");
    }

    /** Empty when a session was begun. */
    private static String trouble(HttpResponse<Void> answer) {
        boolean begun = answer.statusCode() == TO_THE_PAGES
                && answer.headers().firstValue("Set-Cookie").isPresent();
        return begun ? "" : Integer.toString(answer.statusCode());
    }

    private void note(String trouble) {
        var result = trouble.isEmpty() ? RequestResult.OK : RequestResult.FAILED;
        var detail = trouble.isEmpty() ? "" : page() + ": " + trouble;
        book.add(new SentRequest(RequestKind.SIGN_IN, result, clock.instant(), detail));
    }
}

package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.load.Load;
import io.mddc.upgrade.lab.load.RequestResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When files begin to flow, and when they end. */
final class Flow {
    private static final Duration QUIET = Duration.ofSeconds(60);
    private static final Duration SHUT = Duration.ofSeconds(10);
    private static final Duration AFTERWARDS = Duration.ofSeconds(3);
    private static final int WARM = 20;

    private final DemoRequest.Traffic traffic;

    Flow(DemoRequest.Traffic traffic) {
        this.traffic = traffic;
    }

    /** Files flow before the first step. */
    void begin(Stage stage) {
        var load = stage.load();
        stage.voice().say("files flow, " + traffic.rate() + " a second …");
        load.start();
        Waiting.until(
                "the first verdicts", Duration.ofSeconds(60), () -> load.files().toldCount() >= WARM);
    }

    /** A little more after the last unit's end, at least as many as asked for, then all verdicts are waited out. */
    void end(Stage stage) {
        var load = stage.load();
        var ended = Clock.systemUTC().instant();
        Waiting.until(
                "enough files",
                Duration.ofHours(1),
                () -> isOver(ended, AFTERWARDS)
                        && (load.files().acceptedCount() >= traffic.files() || isShut(load, ended)));
        load.stopSending();
        stage.voice().say("no more files are sent; those in flight are waited out …");
        var stopped = Clock.systemUTC().instant();
        Waiting.until("the last verdict", Duration.ofHours(1), () -> load.inFlight() == 0 || isQuiet(load, stopped));
        stage.voice().status("");
    }

    /** Nobody takes files any more. */
    private static boolean isShut(Load load, Instant ended) {
        return isOver(ended, SHUT)
                && load.requests().firstSubmission(RequestResult.OK, ended).isEmpty();
    }

    private static boolean isOver(Instant since, Duration time) {
        return Duration.between(since, Clock.systemUTC().instant()).compareTo(time) > 0;
    }

    private static boolean isQuiet(Load load, Instant stopped) {
        var last = load.files().lastVerdict();
        var since = last.isAfter(stopped) ? last : stopped;
        return isOver(since, QUIET);
    }
}

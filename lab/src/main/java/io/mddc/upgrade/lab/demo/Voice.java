package io.mddc.upgrade.lab.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * What the demo says, each line with its seconds since the demo began.
 */
record Voice(Screen screen, Instant began) {
    /** From now on; the script that starts the lab knows whether a person looks. */
    static Voice of(DemoRequest.Places places) {
        var screen = Boolean.getBoolean("lab.terminal") && !places.plain()
                ? Screen.terminal(System.out)
                : Screen.plain(System.out);
        return new Voice(screen, Clock.systemUTC().instant());
    }

    void say(String text) {
        say(Clock.systemUTC().instant(), text);
    }

    void say(Instant at, String text) {
        double seconds = Duration.between(began, at).toMillis() / 1000.0;
        screen.line(String.format(Locale.ROOT, "%6.1f s  %s", seconds, text));
    }

    /** Without the time. */
    void show(String text) {
        screen.line(text);
    }

    void status(String text) {
        screen.status(text);
    }
}

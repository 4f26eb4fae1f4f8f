package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.UpgradeId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Says each event in one line, and below how far it is. */
final class Narrator {
    private final Stage stage;
    private final Instant started;
    private final UpgradeId upgrade;
    private final Progress progress;

    /**
     * @param units how many there are
     */
    Narrator(Stage stage, Instant started, UpgradeId upgrade, int units) {
        this.stage = stage;
        this.started = started;
        this.upgrade = upgrade;
        this.progress = new Progress(units);
    }

    void tell(UpgradeEvent event) {
        progress.see(event);
        stage.voice().say(event.at(), event.line());
        show();
    }

    void show() {
        var elapsed = Duration.between(started, Clock.systemUTC().instant());
        var files = stage.load().files();
        stage.voice()
                .status(String.format(
                        Locale.ROOT,
                        "%s %s  %d:%02d%s  files %d accepted, %d answered",
                        upgrade,
                        Screen.bar(progress.share()),
                        elapsed.toMinutes(),
                        elapsed.toSecondsPart(),
                        progress.left(elapsed)
                                .map(left -> ", about " + left.toSeconds() + " s left")
                                .orElse(""),
                        files.acceptedCount(),
                        files.toldCount()));
    }
}

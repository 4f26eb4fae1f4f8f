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
    private final EtaBook etas;

    /**
     * @param progress of its units
     * @param etas what the product says of its end
     */
    Narrator(Stage stage, Instant started, UpgradeId upgrade, Progress progress, EtaBook etas) {
        this.stage = stage;
        this.started = started;
        this.upgrade = upgrade;
        this.progress = progress;
        this.etas = etas;
    }

    void tell(UpgradeEvent event) {
        progress.see(event);
        stage.voice().say(event.at(), event.line());
        show();
    }

    void show() {
        var now = Clock.systemUTC().instant();
        var elapsed = Duration.between(started, now);
        var files = stage.load().files();
        stage.voice()
                .status(String.format(
                        Locale.ROOT,
                        "%s %s  %d:%02d%s  files %d accepted, %d answered",
                        upgrade,
                        Screen.bar(progress.share()),
                        elapsed.toMinutes(),
                        elapsed.toSecondsPart(),
                        etas.latest().map(said -> said.left(now)).orElse(""),
                        files.acceptedCount(),
                        files.toldCount()));
    }
}

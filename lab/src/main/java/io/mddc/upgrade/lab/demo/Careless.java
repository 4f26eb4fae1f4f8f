package io.mddc.upgrade.lab.demo;

import static java.util.Objects.requireNonNull;

import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.lab.host.LabInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The upgrade as a script would do it: on one host after the other dpkg, whose scripts restart the service. Nobody drains. */
final class Careless {
    private static final Duration READY = Duration.ofSeconds(60);

    private final Stage stage;

    Careless(Stage stage) {
        this.stage = stage;
    }

    Span run(List<Target> targets) {
        var started = Clock.systemUTC().instant();
        targets.forEach(this::install);
        return new Span(started, Clock.systemUTC().instant());
    }

    private void install(Target target) {
        var file = requireNonNull(
                stage.cluster().build(target.part(), target.version()).get(PackageFormat.DEB));
        stage.cluster().instances(target.part()).forEach(instance -> install(instance, file));
    }

    private void install(LabInstance instance, Path packageFile) {
        stage.voice().say(instance.host() + ": dpkg -i " + packageFile.getFileName());
        var installer = stage.cluster().host(instance.host()).enter(List.of("dpkg", "-i", packageFile.toString()));
        var said = said(installer);
        if (await(installer) != 0) {
            throw new IllegalStateException(
                    "dpkg on " + instance.host() + " ended with " + installer.exitValue() + ": " + said);
        }
        Waiting.until(
                instance.id() + " is ready again",
                READY,
                () -> stage.watches().readiness().isReady(instance.id()));
    }

    private static String said(Process installer) {
        try {
            return new String(installer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int await(Process installer) {
        try {
            return installer.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }
}

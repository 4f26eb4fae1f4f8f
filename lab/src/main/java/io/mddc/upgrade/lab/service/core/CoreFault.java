package io.mddc.upgrade.lab.service.core;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.fault.FaultFiles;
import io.mddc.upgrade.lab.fault.FaultKind;
import io.mddc.upgrade.lab.service.core.ScanResult.Finding;
import io.mddc.upgrade.lab.service.http.PartSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What this Core does wrong because its version is bad; a good one asks for nothing here. It finds that out at its start and
 * stays so. {@link FaultFiles} says who tells it.
 */
final class CoreFault {
    /** From the release of an isolation to what happens then. */
    private static final Duration LATER = Duration.ofSeconds(3);

    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final Optional<FaultKind> kind;
    private final Path dataFolder;
    private final CompletableFuture<Void> later = new CompletableFuture<>();

    private CoreFault(Optional<FaultKind> kind, Path dataFolder) {
        this.kind = kind;
        this.dataFolder = dataFolder;
    }

    static CoreFault of(PartSettings settings) {
        var version = new Version(settings.installedVersion());
        var kind = FaultFiles.of(version, settings.path("versionFile"), settings.file());
        return new CoreFault(kind, settings.path("dataFolder"));
    }

    /** What it says it is. */
    Version says(Version installed) {
        return FaultFiles.said(kind, installed, dataFolder);
    }

    Duration loads(Duration usual) {
        return is(FaultKind.NEVER_READY) ? FOR_EVER : usual;
    }

    Finding finds(Finding finding) {
        return is(FaultKind.WRONG_VERDICT) && finding == Finding.INFECTED ? Finding.NO_THREAT : finding;
    }

    /** One of its engines is not active, though all are loaded. */
    boolean hasTrouble() {
        return is(FaultKind.REPORTS_TROUBLE) && later.isDone();
    }

    /** Its isolation was released. */
    void released() {
        later.completeOnTimeout(null, LATER.toMillis(), TimeUnit.MILLISECONDS);
        if (is(FaultKind.DIES_LATER)) {
            var unused = later.thenRun(this::die);
        }
    }

    /** Noted first, so that whoever counts the files it had in work knows that nobody stopped it. */
    private void die() {
        try {
            Files.writeString(
                    dataFolder.resolve("died-by-itself"),
                    Instant.now() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The death cannot be noted in " + dataFolder, e);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }

    private boolean is(FaultKind asked) {
        return kind.equals(Optional.of(asked));
    }
}

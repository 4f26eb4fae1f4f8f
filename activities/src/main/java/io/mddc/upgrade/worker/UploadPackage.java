package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.contract.HostOrders.Upload;
import io.mddc.upgrade.contract.Uploaded;
import io.mddc.upgrade.worker.artifact.DigestDiffers;
import io.mddc.upgrade.worker.artifact.PackageStore;
import io.mddc.upgrade.worker.artifact.PackageUnknown;
import io.mddc.upgrade.worker.installer.Installer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Idempotent because packages are kept by digest: one that is here is read, not fetched. */
final class UploadPackage {
    private static final Logger LOG = LoggerFactory.getLogger(UploadPackage.class);

    private final PackageStore store;
    private final Installer installer;
    private final Heartbeat heartbeat;

    UploadPackage(PackageStore store, Installer installer, Heartbeat heartbeat) {
        this.store = store;
        this.installer = installer;
        this.heartbeat = heartbeat;
    }

    Uploaded upload(Upload order) {
        var file = store.fetch(order.target(), heartbeat.pulse(() -> "fetches " + name(order.target())));
        boolean formerKept = order.former()
                .map(former -> keepFormer(order.instance(), former))
                .orElse(false);
        waitForPackageDatabase();
        var dryRun = dryRun(file);
        LOG.info("{} for {} is here, its dry run is good", name(order.target()), order.instance());
        var byHand = new Uploaded.ByHand(
                installer.byHand(order.target(), file), order.target().digest() + "  " + file);
        return new Uploaded(formerKept, dryRun, Optional.of(byHand));
    }

    /** Without the former package there is no way back, which is for the workflow to weigh, not a failure. */
    private boolean keepFormer(InstanceId instance, PackageFile former) {
        try {
            store.fetch(former, heartbeat.pulse(() -> "fetches the former " + name(former)));
            store.keepFormer(instance, former.digest());
            return true;
        } catch (PackageUnknown | DigestDiffers e) {
            LOG.warn("the former package of {} is not kept: {}", instance, e.getMessage());
            return false;
        }
    }

    /** A busy host takes its time for it. */
    private String dryRun(Path file) {
        var running = CompletableFuture.supplyAsync(() -> installer.dryRun(file));
        return heartbeat.until(() -> said(running), () -> "is asked what an install of " + file + " would do");
    }

    private static Optional<String> said(CompletableFuture<String> running) {
        try {
            return running.isDone() ? Optional.of(running.join()) : Optional.empty();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : e;
        }
    }

    private void waitForPackageDatabase() {
        heartbeat.until(
                () -> installer.heldBy().isEmpty() ? Optional.of(true) : Optional.empty(),
                () -> "waits for the package database: " + installer.heldBy().orElse("it is free"));
    }

    private static String name(PackageFile file) {
        return file.name() + " " + file.version();
    }
}

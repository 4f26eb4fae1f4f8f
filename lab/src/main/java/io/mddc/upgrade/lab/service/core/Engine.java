package io.mddc.upgrade.lab.service.core;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.service.admin.Administered;
import io.mddc.upgrade.lab.service.admin.Isolation;
import io.mddc.upgrade.lab.service.admin.IsolationFile;
import io.mddc.upgrade.lab.service.admin.PartWork;
import io.mddc.upgrade.lab.service.admin.WorkDesk;
import io.mddc.upgrade.lab.service.http.PartSettings;
import io.mddc.upgrade.lab.service.http.PartThreads;
import io.mddc.upgrade.lab.service.http.ProcessClock;
import io.mddc.upgrade.lab.service.settings.ProductSettings;
import io.mddc.upgrade.lab.service.shared.SharedClient;
import io.mddc.upgrade.lab.service.storage.StorageClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What works inside a Core. It takes work when it is ready, not isolated, and the shared services know it. Isolating it
 * returns when no request for work is under way any more: then what is in work is all that will be.
 */
final class Engine implements Administered, AutoCloseable {
    private static final Duration RENEWAL = Duration.ofMillis(250);
    private static final Duration SETTLE = Duration.ofSeconds(3);

    private final Instant startedAt =
            ProcessClock.startOf(ProcessHandle.current().pid()).orElseGet(Instant::now);
    private final long startNanos = System.nanoTime();
    private final WorkDesk desk = new WorkDesk();
    private final AtomicInteger asking = new AtomicInteger();
    private final CoreFault fault;
    private final ProductSettings product;
    private final Duration loadTime;
    private final IsolationFile isolation;
    private final LeaseKeeper lease;
    private final Thread renewals;
    private final ExecutorService threads;
    private volatile boolean closing;

    Engine(PartSettings settings, Version version, CoreFault fault, ProductSettings product) {
        this.fault = fault;
        this.product = product;
        loadTime = fault.loads(settings.duration("engineLoadTime"));
        isolation = new IsolationFile(settings.path("dataFolder").resolve("isolation.json"));
        var shared = new SharedClient(settings.url("sharedUrl"));
        lease = new LeaseKeeper(
                shared, new LeaseKeeper.Identity(settings.text("id"), version.value(), startedAt), this::wantsWork);
        int filesAtOnce = settings.number("filesAtOnce");
        threads = Executors.newFixedThreadPool(filesAtOnce, PartThreads.daemons("engine"));
        renewals = PartThreads.repeat("lease", RENEWAL, lease::renew);
        var lines = new FileWork.Lines(shared, new StorageClient(settings.url("storageUrl")), lease.session());
        var work = new FileWork(lines, desk, scanner(product, fault), time(settings), spool(settings));
        var gate = new TaskLoop.Gate(() -> wantsWork() && lease.isTakingWork(), asking);
        for (int i = 0; i < filesAtOnce; i++) {
            var slot = new TaskLoop.Slot(settings.text("id"), lease.session(), i);
            threads.execute(new TaskLoop(shared, slot, gate, work));
        }
    }

    /** It opens archives as deep as the setting Workflow says at that moment. */
    static Scanner scanner(ProductSettings product, CoreFault fault) {
        return new Scanner(
                () -> ScanLimits.DEFAULT.withDepth(product.now().workflow().archiveDepth()), fault::finds);
    }

    /** As the setting Health check asks for. */
    boolean hasEnoughEngines() {
        return enginesLoaded()
                && health().active() >= product.now().healthCheck().minimumEngines();
    }

    boolean enginesLoaded() {
        return System.nanoTime() - startNanos >= loadTime.toNanos();
    }

    CoreAnswers.Engines health() {
        if (!enginesLoaded()) {
            return CoreAnswers.Engines.LOADING;
        }
        return fault.hasTrouble() ? CoreAnswers.Engines.ONE_INACTIVE : CoreAnswers.Engines.ACTIVE;
    }

    boolean databaseReachable() {
        return lease.isReachable();
    }

    private boolean isTakingWork() {
        return lease.isTakingWork() && (wantsWork() || asking.get() > 0);
    }

    int inWork() {
        return desk.size();
    }

    @Override
    public PartWork work() {
        return desk.work(startedAt, isTakingWork());
    }

    @Override
    public Optional<Isolation> isolation() {
        return isolation.current();
    }

    Instant startedAt() {
        return startedAt;
    }

    @Override
    public void isolate(Isolation wanted) throws IOException, InterruptedException {
        isolation.isolate(wanted);
        lease.renew();
        long until = System.nanoTime() + SETTLE.toNanos();
        while (asking.get() > 0 && System.nanoTime() < until) {
            Thread.sleep(5);
        }
    }

    @Override
    public void release(String owner) throws IOException {
        isolation.release(owner);
        lease.renew();
        fault.released();
    }

    /** Says goodbye, so that nobody takes it for alive until its lease ends; nothing in work is finished. */
    @Override
    public void close() {
        closing = true;
        lease.renew();
        renewals.interrupt();
        threads.shutdownNow();
    }

    private boolean wantsWork() {
        return !closing && hasEnoughEngines() && isolation.current().isEmpty();
    }

    private static ScanTime time(PartSettings settings) {
        return new ScanTime(
                settings.longNumber("scanTime.seed"),
                settings.duration("scanTime.median"),
                settings.duration("scanTime.p99"),
                settings.duration("scanTime.most"));
    }

    private static Path spool(PartSettings settings) {
        try {
            return Files.createDirectories(settings.path("dataFolder").resolve("spool"));
        } catch (IOException e) {
            throw new UncheckedIOException("The spool folder cannot be made", e);
        }
    }
}

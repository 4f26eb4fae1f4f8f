package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.HostNote;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.Platform;
import io.mddc.upgrade.protocol.WorkerReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the control center at the start and every few seconds how this host and its instances are. */
final class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final int RECEIVED = 204;

    private final StateLog state = new StateLog(LOG);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Reports::thread);
    private final Reporter reporter;
    private final ControlCenter controlCenter;
    private final Consumer<Boolean> heard;
    private final Consumer<Instance> seen;

    /**
     * @param heard told after each report whether it was taken
     * @param seen told before it of each instance
     */
    Reports(Reporter reporter, ControlCenter controlCenter, Consumer<Boolean> heard, Consumer<Instance> seen) {
        this.reporter = reporter;
        this.controlCenter = controlCenter;
        this.heard = heard;
        this.seen = seen;
    }

    /** Whom and what a report is about. */
    record Reporter(
            HostId host,
            String version,
            HostFacts facts,
            ObserveInstance instances,
            Installation installation,
            SettingsWatch settings) {
        WorkerReport report() {
            return new WorkerReport(
                            host,
                            version,
                            facts.load(),
                            facts.memoryFree(),
                            facts.diskFree(),
                            instances.all(),
                            installation.journal().open())
                    .on(new Platform(installation.installer().format(), HostFacts.machine()))
                    .noting(notes())
                    .watching(settings.latest());
        }

        private List<HostNote> notes() {
            var ofHost = HostFacts.updatesItself()
                    ? Stream.of(new HostNote(HostNote.Kind.AUTOMATIC_UPDATES, Optional.empty()))
                    : Stream.<HostNote>empty();
            return Stream.of(ofHost, instances.notes(), settings.notes().stream())
                    .flatMap(notes -> notes)
                    .toList();
        }
    }

    void start(Duration every) {
        // Its future never completes: send() does not throw.
        var unused = clock.scheduleWithFixedDelay(this::send, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        clock.shutdownNow();
    }

    /** A report that fails must not end those after it: the schedule drops a task that throws. */
    private void send() {
        try {
            var report = reporter.report();
            report.instances().forEach(seen);
            var answer = controlCenter.post(WorkerReport.path(reporter.host()), report);
            heard.accept(answer.statusCode() == RECEIVED);
            if (answer.statusCode() == RECEIVED) {
                state.well("the control center takes our reports");
            } else {
                state.trouble("the control center refuses our reports", controlCenter.problem(answer));
            }
        } catch (ControlCenterSilent e) {
            heard.accept(false);
            state.trouble("the control center does not get our reports", String.valueOf(e.getMessage()));
        } catch (WorkerStopping e) {
            LOG.debug("no more reports", e);
        } catch (RuntimeException e) {
            state.trouble("this host cannot be reported", e.toString());
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "reports");
        thread.setDaemon(true);
        return thread;
    }
}

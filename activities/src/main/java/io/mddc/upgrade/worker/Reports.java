package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Platform;
import io.mddc.upgrade.protocol.WorkerReport;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

    Reports(Reporter reporter, ControlCenter controlCenter) {
        this.reporter = reporter;
        this.controlCenter = controlCenter;
    }

    /** Whom and what a report is about. */
    record Reporter(
            HostId host, String version, HostFacts facts, ObserveInstance instances, Installation installation) {
        WorkerReport report() {
            return new WorkerReport(
                            host,
                            version,
                            facts.load(),
                            facts.memoryFree(),
                            facts.diskFree(),
                            instances.all(),
                            installation.journal().open())
                    .on(new Platform(installation.installer().format(), HostFacts.machine()));
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
            var answer = controlCenter.post(WorkerReport.path(reporter.host()), reporter.report());
            if (answer.statusCode() == RECEIVED) {
                state.well("the control center takes our reports");
            } else {
                state.trouble("the control center refuses our reports", controlCenter.problem(answer));
            }
        } catch (ControlCenterSilent e) {
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

package io.mddc.upgrade.worker;

import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.contract.HostOrders.Monitor;
import io.mddc.upgrade.contract.Regression;
import io.mddc.upgrade.worker.component.ComponentSilent;
import io.mddc.upgrade.worker.component.Work;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads only, until something got worse or the workflow has seen enough. Worse is: not ready for too long, another process, fewer engines, a share of failed files more than {@link #SHARE} above the one before,
 * once {@link #FILES} were finished since.
 */
final class MonitorInstance {
    private static final double SHARE = 0.02;
    private static final long FILES = 20;

    private static final Logger LOG = LoggerFactory.getLogger(MonitorInstance.class);

    private final LocalInstances instances;
    private final Heartbeat heartbeat;
    private final Duration notReady;

    /**
     * @param notReady so long is forgiven
     */
    MonitorInstance(LocalInstances instances, Heartbeat heartbeat, Duration notReady) {
        this.instances = instances;
        this.heartbeat = heartbeat;
        this.notReady = notReady;
    }

    Regression monitor(Monitor order) {
        var watch = new Watch(instances.get(order.instance()), order.before());
        var regression = heartbeat.polling(order.poll()).until(watch::look, () -> watch.seen);
        LOG.warn("{} got worse: {}", order.instance(), regression.sentence());
        return regression;
    }

    private final class Watch {
        private final LocalInstance instance;
        private final Baseline before;
        private Optional<Long> notReadySince = Optional.empty();
        private String seen = "not looked at yet";

        Watch(LocalInstance instance, Baseline before) {
            this.instance = instance;
            this.before = before;
        }

        Optional<Regression> look() {
            return restarted().or(this::unready).or(this::worse).map(Regression::new);
        }

        private Optional<String> restarted() {
            return instance.service()
                    .process()
                    .filter(process -> !process.startedAt(before.processStarted()))
                    .map(process -> "it was restarted: process " + process.pid() + " started at " + process.started()
                            + ", the one that was verified at " + before.processStarted());
        }

        private Optional<String> unready() {
            var problem = problem();
            if (problem.isEmpty()) {
                notReadySince = Optional.empty();
                seen = "ready";
                return Optional.empty();
            }
            seen = problem.get();
            long now = System.nanoTime();
            notReadySince = notReadySince.or(() -> Optional.of(now));
            boolean tooLong = now - notReadySince.get() > notReady.toNanos();
            return tooLong ? Optional.of("not ready for more than " + notReady + ": " + seen) : Optional.empty();
        }

        private Optional<String> problem() {
            try {
                return instance.client().isReady() ? Optional.empty() : Optional.of("it says that it is not ready");
            } catch (ComponentSilent e) {
                return Optional.of(e.sentence());
            }
        }

        /** Only of an instance that answers; silence is counted as not ready. */
        private Optional<String> worse() {
            if (notReadySince.isPresent()) {
                return Optional.empty();
            }
            try {
                return fewerEngines().or(() -> moreFailures(instance.work()));
            } catch (ComponentSilent e) {
                seen = e.sentence();
                return Optional.empty();
            }
        }

        private Optional<String> fewerEngines() {
            int active = instance.client().engines().active();
            return active >= before.activeEngines()
                    ? Optional.empty()
                    : Optional.of(active + " engines are active, before there were " + before.activeEngines());
        }

        private Optional<String> moreFailures(Work work) {
            long failed = work.failed() - before.failed();
            long all = failed + work.finished() - before.finished();
            double share = all > 0 ? (double) failed / all : 0;
            return all < FILES || share <= shareBefore() + SHARE
                    ? Optional.empty()
                    : Optional.of(failed + " of " + all + " files failed since it was verified");
        }

        private double shareBefore() {
            long all = before.failed() + before.finished();
            return all < FILES ? 0 : (double) before.failed() / all;
        }
    }
}

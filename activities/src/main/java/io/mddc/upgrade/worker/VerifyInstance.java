package io.mddc.upgrade.worker;

import io.mddc.upgrade.contract.HostOrders.Verify;
import io.mddc.upgrade.contract.Verification;
import io.mddc.upgrade.worker.component.ComponentSilent;
import io.mddc.upgrade.worker.component.Definitions;
import io.mddc.upgrade.worker.component.DirectScan;
import io.mddc.upgrade.worker.component.Engines;
import io.mddc.upgrade.worker.component.KnownAnswer;
import io.mddc.upgrade.worker.control.Absence;
import io.mddc.upgrade.worker.control.HostClock;
import io.mddc.upgrade.worker.control.RunningProcess;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes nothing, so it may be done again at any time. What may still become true is waited for until the limit: a new
 * process, an answer, ready, the service, engines, definitions. What a new process says of itself is final: its version, and
 * once it is ready each verdict on a file whose verdict is known. So is a service that stays without a process.
 */
final class VerifyInstance {
    private static final Logger LOG = LoggerFactory.getLogger(VerifyInstance.class);

    private final LocalInstances instances;
    private final Heartbeat heartbeat;

    VerifyInstance(LocalInstances instances, Heartbeat heartbeat) {
        this.instances = instances;
        this.heartbeat = heartbeat;
    }

    Verification verify(Verify order) {
        var look = new Look(instances.get(order.instance()), order);
        var result = heartbeat.until(look::lookUntilLimit, () -> order.instance() + ": " + look.notYet);
        LOG.info("{}: {}", order.instance(), result);
        return result;
    }

    private final class Look {
        private final LocalInstance instance;
        private final Verify order;
        private final long began = System.nanoTime();
        private final Absence absence;
        private String notYet = "not looked at yet";

        Look(LocalInstance instance, Verify order) {
            this.instance = instance;
            this.order = order;
            this.absence = new Absence(instance.service());
        }

        Optional<Verification> lookUntilLimit() {
            var seen = look();
            boolean over = System.nanoTime() - began > order.ready().toNanos();
            return seen.isEmpty() && over
                    ? Optional.of(new Verification.Unfit("after " + order.ready() + " still: " + notYet))
                    : seen;
        }

        private Optional<Verification> look() {
            if (absence.hasLasted(instance.noProcess())) {
                return unfit("it does not run: its service has no process for " + instance.noProcess()
                        + ", and the host does not call it running");
            }
            try {
                var process = newProcess();
                return process.isPresent() ? whenNew(process.get()) : Optional.empty();
            } catch (ComponentSilent e) {
                return not(e.sentence());
            }
        }

        private Optional<RunningProcess> newProcess() {
            var process = instance.service().process();
            if (process.isEmpty()) {
                notYet = "the service has no process";
            } else if (!isNew(process.get())) {
                notYet = "process " + process.get().pid() + ", started at "
                        + process.get().started() + ", was there before the install began at " + order.installBegan();
            } else {
                return process;
            }
            return Optional.empty();
        }

        /** By the uptime, which nobody sets; by the time of day only where that does not tell. */
        private boolean isNew(RunningProcess process) {
            return order.installBeganByUptime()
                    .filter(began ->
                            HostClock.boot().filter(began.boot()::equals).isPresent())
                    .map(began -> process.uptime().compareTo(began.uptime()) > 0)
                    .orElseGet(() -> process.started().isAfter(order.installBegan()));
        }

        private Optional<Verification> whenNew(RunningProcess process) {
            var running = instance.client().version();
            if (!running.equals(order.target().upstream())) {
                return unfit(
                        "it runs '" + running + "', expected '" + order.target().upstream() + "'");
            }
            if (!instance.client().isReady()) {
                return not("it says that it is not ready");
            }
            if (!instance.service().isActive()) {
                return not("the host does not call the service running");
            }
            var engines = instance.client().engines();
            var lacking = lacking(engines);
            return lacking.isPresent() ? not(lacking.get()) : afterKnownAnswers(process, engines, running);
        }

        private Optional<String> lacking(Engines engines) {
            if (engines.active() < order.before().activeEngines()) {
                return Optional.of(engines.active() + " engines are active, before there were "
                        + order.before().activeEngines());
            }
            if (Definitions.isOlder(engines.oldestDefinitions(), order.before().definitions())) {
                return Optional.of("its definitions are of '" + engines.oldestDefinitions() + "', before they were of '"
                        + order.before().definitions() + "'");
            }
            return Optional.empty();
        }

        private Optional<Verification> afterKnownAnswers(RunningProcess process, Engines engines, String running) {
            var wrong = instance.client().directScan().flatMap(this::firstWrong);
            if (wrong.isPresent()) {
                return unfit(wrong.get());
            }
            var now = LocalInstance.baseline(process, engines, instance.work());
            return Optional.of(new Verification.Fit(running, now));
        }

        private Optional<String> firstWrong(DirectScan direct) {
            return KnownAnswer.all().stream()
                    .flatMap(it -> wrong(direct, it).stream())
                    .findFirst();
        }

        /** What is wrong with its verdict; an instance that gives none within the limit is silent. */
        private Optional<String> wrong(DirectScan direct, KnownAnswer known) {
            var scanId = direct.scan(known.fileName(), known.content());
            var limit = System.nanoTime() + order.ready().toNanos();
            var verdict = heartbeat.until(
                    () -> {
                        if (System.nanoTime() > limit) {
                            throw new ComponentSilent("it gave no verdict on " + known.fileName());
                        }
                        return direct.verdict(scanId);
                    },
                    () -> order.instance() + " is asked for its verdict on " + known.fileName());
            return verdict.equals(known.verdict())
                    ? Optional.empty()
                    : Optional.of("its verdict on " + known.fileName() + " is '" + verdict + "', expected '"
                            + known.verdict() + "'");
        }

        private Optional<Verification> not(String reason) {
            notYet = reason;
            return Optional.empty();
        }

        private static Optional<Verification> unfit(String sentence) {
            return Optional.of(new Verification.Unfit(sentence));
        }
    }
}

package io.mddc.upgrade.worker;

import io.mddc.upgrade.contract.DrainOutcome;
import io.mddc.upgrade.contract.HostOrders.Drain;
import io.mddc.upgrade.run.WorkInProgress;
import io.mddc.upgrade.worker.component.ComponentSilent;
import io.mddc.upgrade.worker.component.Work;
import io.mddc.upgrade.worker.control.Absence;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads only, so it may be done again at any time. Drained is: two reads of nothing in progress, {@code idleConfirm} apart,
 * by the same process, nothing finished in between, and every read in between the same; the first of them no sooner than its
 * clients had time to notice. One that fails starts it anew, and so
 * does one by an instance that takes new work: nobody isolated it, or it came back without its isolation.
 *
 * <p>What never has work of its own has none at the first look. A silent instance that has no process for {@code idleConfirm} has nothing to drain.
 */
final class DrainInstance {
    private static final Logger LOG = LoggerFactory.getLogger(DrainInstance.class);

    private final LocalInstances instances;
    private final Heartbeat heartbeat;

    DrainInstance(LocalInstances instances, Heartbeat heartbeat) {
        this.instances = instances;
        this.heartbeat = heartbeat;
    }

    DrainOutcome drain(Drain order) {
        var slice = new Slice(instances.get(order.instance()), order);
        var outcome = heartbeat.until(slice::look, slice::left);
        LOG.info("{}: {}", order.instance(), outcome);
        return outcome;
    }

    private static final class Slice {
        private final LocalInstance instance;
        private final Drain order;
        private final long began = System.nanoTime();
        private Optional<Idle> idle = Optional.empty();
        private Optional<DrainOutcome.Unknown> unknown = Optional.empty();
        private Optional<WorkInProgress> left = Optional.empty();
        private long finished;
        private Absence absence;

        Slice(LocalInstance instance, Drain order) {
            this.instance = instance;
            this.order = order;
            this.absence = new Absence(instance.service());
        }

        Optional<DrainOutcome> look() {
            try {
                see(instance.work());
            } catch (ComponentSilent e) {
                knowNothing(e.sentence());
                if (absence.hasLasted(order.idleConfirm())) {
                    return Optional.of(new DrainOutcome.Drained(finished));
                }
            }
            return drained().or(() -> elapsed(began).compareTo(slice()) < 0 ? Optional.empty() : atSlicesEnd());
        }

        /** Last seen, nothing when it was never seen: for a silent instance what it had is not known to be less now. */
        Optional<WorkInProgress> left() {
            return left;
        }

        private void see(Work work) {
            absence = new Absence(instance.service());
            left = Optional.of(work.inProgress());
            finished = work.finished();
            if (work.takingWork()
                    && !order.inService()
                    && instance.client().isolation().isPresent()) {
                knowNothing("it takes new work: it is not isolated");
                return;
            }
            unknown = Optional.empty();
            if (!work.inProgress().isIdle() || isStillAddressed()) {
                idle = Optional.empty();
            } else if (idle.isEmpty() || !work.isStillAs(idle.get().work())) {
                idle = Optional.of(new Idle(work, System.nanoTime()));
            }
        }

        /** A slice counts from its own begin, so it must be long enough to see what comes after the delay. */
        private Duration slice() {
            var shortest = instance.waits()
                    .deregistrationDelay()
                    .plus(order.idleConfirm().multipliedBy(2));
            return order.slice().compareTo(shortest) < 0 ? shortest : order.slice();
        }

        /** Its clients may not have noticed yet that it is isolated. */
        private boolean isStillAddressed() {
            return elapsed(began).compareTo(instance.waits().deregistrationDelay()) < 0;
        }

        /** Nothing for certain, and why. */
        private void knowNothing(String why) {
            idle = Optional.empty();
            unknown = Optional.of(new DrainOutcome.Unknown(
                    unknown.map(DrainOutcome.Unknown::since).orElseGet(Instant::now), why));
        }

        private Optional<DrainOutcome> drained() {
            return idle.filter(it -> it.work().isNone() || elapsed(it.since()).compareTo(order.idleConfirm()) >= 0)
                    .map(it -> new DrainOutcome.Drained(it.work().finished()));
        }

        private Optional<DrainOutcome> atSlicesEnd() {
            return unknown.<DrainOutcome>map(it -> it).or(() -> left.map(DrainOutcome.StillBusy::new));
        }

        private static Duration elapsed(long since) {
            return Duration.ofNanos(System.nanoTime() - since);
        }
    }

    /**
     * @param since the monotonic clock at the first read of nothing in progress
     */
    private record Idle(Work work, long since) {}
}

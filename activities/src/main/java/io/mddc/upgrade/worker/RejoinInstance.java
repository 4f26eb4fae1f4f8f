package io.mddc.upgrade.worker;

import io.mddc.upgrade.contract.HostOrders.Rejoin;
import io.mddc.upgrade.contract.Rejoined;
import io.mddc.upgrade.worker.component.ComponentSilent;
import io.mddc.upgrade.worker.component.IsolatedByAnother;
import io.mddc.upgrade.worker.control.Absence;
import io.mddc.upgrade.workflow.WorkflowIds;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends our isolation; when there is none any more that is done. Giving an instance back needs no permit. One that is silent is
 * asked again as long as {@link Rejoin#longest}, one without a process as long as it might be eligible.
 */
final class RejoinInstance {
    private static final Logger LOG = LoggerFactory.getLogger(RejoinInstance.class);

    private final LocalInstances instances;
    private final Heartbeat heartbeat;

    RejoinInstance(LocalInstances instances, Heartbeat heartbeat) {
        this.instances = instances;
        this.heartbeat = heartbeat;
    }

    Rejoined rejoin(Rejoin order) {
        var look = new Look(instances.get(order.instance()), order);
        var rejoined = heartbeat.until(look::lookUntilLimit, () -> order.instance() + ": " + look.notYet);
        LOG.info("{}: {}", order.instance(), rejoined);
        return rejoined;
    }

    private static final class Look {
        private final LocalInstance instance;
        private final Rejoin order;
        private final String owner;
        private final long began = System.nanoTime();
        private final Absence absence;
        private boolean released;
        private String notYet = "our isolation stands";

        Look(LocalInstance instance, Rejoin order) {
            this.instance = instance;
            this.order = order;
            this.owner = WorkflowIds.ofUpgrade(order.owner());
            this.absence = new Absence(instance.service());
        }

        Optional<Rejoined> lookUntilLimit() {
            try {
                release();
                notYet = eligibility();
            } catch (IsolatedByAnother e) {
                return Optional.of(new Rejoined(false, e.owner(), "our isolation has ended, but " + e.getMessage()));
            } catch (ComponentSilent e) {
                notYet = e.sentence();
            }
            if (released && notYet.isEmpty()) {
                return Optional.of(new Rejoined(true, "", "it is ready and takes work"));
            }
            return atLimit();
        }

        private Optional<Rejoined> atLimit() {
            if (released) {
                return isOver(order.eligible())
                        ? notEligible("not seen taking work within " + order.eligible() + ": " + notYet)
                        : Optional.empty();
            }
            if (absence.hasLasted(order.eligible())) {
                return notEligible(
                        "it has no process for " + order.eligible() + ", so our isolation of it could not be ended");
            }
            return isOver(order.longest())
                    ? notEligible("our isolation of it could not be ended within " + order.longest() + ": " + notYet)
                    : Optional.empty();
        }

        private boolean isOver(Duration limit) {
            return System.nanoTime() - began > limit.toNanos();
        }

        private static Optional<Rejoined> notEligible(String sentence) {
            return Optional.of(new Rejoined(false, "", sentence));
        }

        private void release() {
            if (!released) {
                instance.client().isolation().ifPresent(isolation -> isolation.end(owner));
                instance.isolatedBy().ifPresent(other -> {
                    throw new IsolatedByAnother(other);
                });
                released = true;
            }
        }

        /** Why it is not eligible; empty when it is. */
        private String eligibility() {
            if (!instance.client().isReady()) {
                return "it says that it is not ready";
            }
            return instance.work().takingWork() ? "" : "it does not take work yet";
        }
    }
}

package io.mddc.upgrade.worker;

import io.mddc.upgrade.contract.HostOrders.Rejoin;
import io.mddc.upgrade.contract.Rejoined;
import io.mddc.upgrade.worker.component.ComponentSilent;
import io.mddc.upgrade.worker.component.IsolatedByAnother;
import io.mddc.upgrade.workflow.WorkflowIds;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends our isolation; when there is none any more that is done. Giving an instance back needs no permit. */
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
        private boolean released;
        private String notYet = "our isolation stands";

        Look(LocalInstance instance, Rejoin order) {
            this.instance = instance;
            this.order = order;
            this.owner = WorkflowIds.ofUpgrade(order.owner());
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

        /** An isolation that could not be ended is not an end: the engine tries again. */
        private Optional<Rejoined> atLimit() {
            if (System.nanoTime() - began <= order.eligible().toNanos()) {
                return Optional.empty();
            }
            if (!released) {
                throw new ComponentSilent("our isolation of " + order.instance() + " could not be ended: " + notYet);
            }
            return Optional.of(
                    new Rejoined(false, "", "not seen taking work within " + order.eligible() + ": " + notYet));
        }

        private void release() {
            if (!released) {
                instance.client().rejoin(owner);
                instance.client().isolatedBy().ifPresent(other -> {
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
            return instance.client().work().takingWork() ? "" : "it does not take work yet";
        }
    }
}

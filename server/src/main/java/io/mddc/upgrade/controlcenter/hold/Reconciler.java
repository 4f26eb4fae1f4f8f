package io.mddc.upgrade.controlcenter.hold;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.hold.HeldCluster.Holder;
import io.mddc.upgrade.controlcenter.hold.UpgradeWorkflows.Life;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.UpgradeState;
import io.mddc.upgrade.workflow.Cleanup.CleanupOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the row that holds the cluster and the workflows in agreement. A terminated workflow runs no code, so somebody else
 * has to notice:
 *
 * <ol>
 *   <li>A row that is STARTING and has no workflow gets it.
 *   <li>A row that waits for its time is treated the same; it holds nothing.
 *   <li>A row whose workflow is open is in order; it is told of an emergency stop, or of its release, if it does not know.
 *   <li>A row whose workflow is gone waits until no stage, unit or cleanup of it is open and no worker reports an open
 *       install, and says so; then the cleanup is started, which releases isolations and gives the cluster back.
 *   <li>If the engine does not answer, nothing is changed.
 * </ol>
 */
public final class Reconciler implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
    private static final String AGREED = "rows and workflows agree";

    private final HeldCluster cluster;
    private final UpgradeWorkflows workflows;
    private final OpenInstalls installs;
    private final EmergencyStops stops;
    private volatile Findings latest = new Findings(true, "it has not looked yet");

    public Reconciler(HeldCluster cluster, UpgradeWorkflows workflows, OpenInstalls installs, EmergencyStops stops) {
        this.cluster = cluster;
        this.workflows = workflows;
        this.installs = installs;
        this.stops = stops;
    }

    /** What it saw when it last looked. */
    public Findings latest() {
        return latest;
    }

    @Override
    public synchronized void run() {
        try {
            cluster.waiting().forEach(this::agreeOnWaiting);
            latest = new Findings(true, cluster.holder().map(this::agree).orElse(AGREED));
        } catch (EngineSilent silent) {
            log.warn("Nothing is reconciled: {}", silent.detail());
            latest = new Findings(false, "the engine does not answer, so nothing is changed");
        } catch (RuntimeException unexpected) {
            log.error("Rows and workflows could not be compared", unexpected);
            latest = new Findings(false, "rows and workflows could not be compared: " + unexpected.getMessage());
        }
    }

    /** One that waits has touched nothing, or has left nothing isolated: its cleanup may run while another has the cluster. */
    private void agreeOnWaiting(UpgradeId upgrade) {
        var life = workflows.life(upgrade);
        if (life == Life.UNKNOWN) {
            workflows.start(upgrade);
            log.info("Upgrade {} was scheduled but not started: started", upgrade);
            return;
        }
        if (life == Life.OPEN) {
            stops.tell(upgrade, workflows);
            return;
        }
        var part = workflows.openPart(upgrade);
        if (part.isPresent()) {
            awaiting(upgrade, life, part.get() + " is still open", part.get());
            return;
        }
        workflows.startCleanup(
                new CleanupOrder(upgrade, life == Life.STOPPED ? Outcome.ABORTED : Outcome.FAILED, reason(life)));
        log.warn("Upgrade {} waits without a workflow ({}): cleanup started", upgrade, life);
    }

    private String agree(Holder holder) {
        var life = workflows.life(holder.upgrade());
        if (life == Life.OPEN) {
            stops.tell(holder.upgrade(), workflows);
            return AGREED;
        }
        if (life == Life.UNKNOWN && holder.state() == UpgradeState.STARTING) {
            workflows.start(holder.upgrade());
            log.info("Upgrade {} was recorded but not started: started", holder.upgrade());
            return "upgrade " + holder.upgrade() + " was started";
        }
        var part = workflows.openPart(holder.upgrade());
        return part.isPresent()
                ? awaiting(holder.upgrade(), life, part.get() + " is still open", part.get())
                : cleanUpUnlessInstalling(holder, life);
    }

    private String cleanUpUnlessInstalling(Holder holder, Life life) {
        var open = installs.of(holder.upgrade(), holder.silentHost());
        if (!open.isEmpty()) {
            return awaiting(holder.upgrade(), life, "installs go on: " + open, "the installers that run");
        }
        workflows.startCleanup(new CleanupOrder(
                holder.upgrade(), life == Life.STOPPED ? Outcome.ABORTED : Outcome.FAILED, reason(life)));
        log.warn("Upgrade {} holds the cluster without a workflow ({}): cleanup started", holder.upgrade(), life);
        return "the cleanup of upgrade " + holder.upgrade() + " was started";
    }

    private String awaiting(UpgradeId upgrade, Life life, String what, String others) {
        cluster.ending(upgrade, reason(life) + " It ends when that is over: " + what + ".", others);
        return "upgrade " + upgrade + " is over, but " + what;
    }

    private static String reason(Life life) {
        return switch (life) {
            case STOPPED -> "Its workflow was stopped in the engine, not by a command here.";
            case UNKNOWN -> "Its workflow is not known to the engine any more.";
            case ENDED, OPEN -> "Its workflow ended without giving the cluster back.";
        };
    }

    /**
     * @param reconciled it could compare rows and workflows
     */
    public record Findings(boolean reconciled, String sentence) {}
}

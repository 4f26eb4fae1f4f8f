package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.contract.HostOrders.BeginInstall;
import io.mddc.upgrade.contract.InstallOutcome;
import io.mddc.upgrade.worker.installer.DeadMansSwitch;
import io.mddc.upgrade.worker.installer.Journal;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the journal, whoever wrote it, until the operation is closed, so any worker of the host may do it at any time:
 *
 * <ol>
 *   <li>Ended by itself: the exit status and the package database decide.
 *   <li>Stopped by its limit, or begun and nobody holds the install lock: repaired first, once.
 *   <li>Never begun, and nobody holds the lock for a while: closed the same way, so that it cannot begin late.
 * </ol>
 */
final class AwaitInstallation {
    private static final Logger LOG = LoggerFactory.getLogger(AwaitInstallation.class);

    private final LocalInstances instances;
    private final Installation installation;
    private final DetachedRuns runs;

    AwaitInstallation(LocalInstances instances, Installation installation, DetachedRuns runs) {
        this.instances = instances;
        this.installation = installation;
        this.runs = runs;
    }

    InstallOutcome await(BeginInstall order) {
        var instance = instances.get(order.operation().instance());
        var journal = runs.await(
                order.operation(), order.limit(), installation.installer().repair());
        var installed = installation.installer().installed(instance.packageName());
        var outcome = outcome(order, journal, installed);
        LOG.info("{}: {}", order.operation(), outcome);
        return outcome;
    }

    private InstallOutcome outcome(BeginInstall order, Journal journal, Optional<Version> installed) {
        if (journal.end().isEmpty()) {
            return new InstallOutcome.Interrupted(installed, interruption(order, journal, installed));
        }
        var end = journal.end().get();
        boolean isTarget = installed
                .filter(it -> order.target().format().isSame(it, order.target().version()))
                .isPresent();
        if (end.exitStatus() == 0 && isTarget && journal.began().isPresent()) {
            return installed(journal.began().get(), journal, end);
        }
        return new InstallOutcome.NotInstalled(
                end.exitStatus(), installed, failure(order, end, installed), wentBack(journal, end));
    }

    /** The switch had to go off, and brought the former version up. */
    private Optional<InstallOutcome.Installed> wentBack(Journal journal, Journal.End end) {
        return journal.began()
                .filter(began -> end.exitStatus() == DeadMansSwitch.WENT_BACK)
                .map(began -> installed(began, journal, end));
    }

    private InstallOutcome.Installed installed(Instant began, Journal journal, Journal.End end) {
        return new InstallOutcome.Installed(
                began,
                end.at(),
                journal.beganByUptime(),
                installation.installer().rebootMarker().reasonSince(began));
    }

    private String interruption(BeginInstall order, Journal journal, Optional<Version> installed) {
        var what = journal.began().isPresent()
                ? "the installer died without an exit status; the package database was repaired"
                : "the installer was never begun";
        return order.operation() + ": " + what + "; " + shown(order, installed);
    }

    private String failure(BeginInstall order, Journal.End end, Optional<Version> installed) {
        return "the installer of " + order.target().fileName() + " " + what(order, end) + "; " + shown(order, installed)
                + "; its last words: " + installation.journal().lastWords(order.operation());
    }

    private static String what(BeginInstall order, Journal.End end) {
        if (end.stoppedByLimit()) {
            return "was stopped after its limit of " + order.limit() + " and the package database repaired";
        }
        return switch (end.exitStatus()) {
            case DeadMansSwitch.WENT_BACK -> "brought up no process that is ready, so the host put the former one back";
            case DeadMansSwitch.LOST -> "brought up no process that is ready, and neither did that of the former one";
            default -> "ended with " + end.exitStatus();
        };
    }

    private static String shown(BeginInstall order, Optional<Version> installed) {
        return "the package database shows " + order.target().name() + " "
                + installed.map(Version::toString).orElse("not configured");
    }
}

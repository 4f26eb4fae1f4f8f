package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.contract.ClusterHold;
import io.mddc.upgrade.controlcenter.hold.SettingsFreeze;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.Remedy;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.WaitReason;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The holding row, for the cleanup. Giving back what was given back already changes nothing. */
public final class StoredClusterHold implements ClusterHold {
    private static final Logger log = LoggerFactory.getLogger(StoredClusterHold.class);
    private static final List<UnitState> UNTOUCHED = List.of(UnitState.PENDING, UnitState.UPLOADING, UnitState.WAITING);
    private static final List<UnitState> IN_WORK =
            Arrays.stream(UnitState.values()).filter(UnitState::isInWork).toList();

    private final Jdbi jdbi;
    private final Clock clock;
    private final RunLogWatch watch;

    public StoredClusterHold(Jdbi jdbi, Clock clock) {
        this(jdbi, clock, RunLogWatch.NOBODY);
    }

    private StoredClusterHold(Jdbi jdbi, Clock clock, RunLogWatch watch) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.watch = watch;
    }

    /** The same, heard of by somebody. */
    public StoredClusterHold watchedBy(RunLogWatch listener) {
        return new StoredClusterHold(jdbi, clock, listener);
    }

    @Override
    public List<Touched> touched(UpgradeId upgrade) {
        return jdbi.withExtension(PlanDao.class, plans -> touched(plans, upgrade));
    }

    /** What was taken out for a reboot may be a unit too. */
    private static List<Touched> touched(PlanDao plans, UpgradeId upgrade) {
        var touched = new LinkedHashMap<InstanceId, Touched>();
        var far = far(plans, upgrade);
        plans.listDrained(upgrade).stream()
                .filter(unit -> !far.contains(unit.instance()))
                .forEach(unit -> touched.put(
                        unit.instance(), new Touched(unit.instance(), unit.host(), unit.state() == UnitState.FAILED)));
        plans.listTakenOut(upgrade + "/%").forEach(other -> touched.putIfAbsent(other.instance(), other));
        return List.copyOf(touched.values());
    }

    /** Units on hosts without our worker: none of our isolations may stand there, and nobody would answer. */
    private static Set<InstanceId> far(PlanDao plans, UpgradeId upgrade) {
        return plans.listStages(upgrade).stream()
                .flatMap(stage -> stage.plan().units().stream())
                .filter(unit -> unit.asked().isPresent())
                .map(UnitPlan::instance)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<UpgradeId> take(UpgradeId upgrade) {
        try {
            jdbi.useTransaction(handle -> take(handle, upgrade));
            log.info("{} takes the cluster", upgrade);
            return Optional.empty();
        } catch (UnableToExecuteStatementException refused) {
            if (!PlannedUpgrades.isTaken(refused)) {
                throw refused;
            }
            // Whoever had it may have given it back since: then the next question is answered otherwise.
            return jdbi.withExtension(UpgradeDao.class, UpgradeDao::findHolder)
                    .map(UpgradeRow::id)
                    .or(() -> take(upgrade));
        }
    }

    /** Taken twice is taken once: the settings stay those it found at first. */
    private void take(Handle handle, UpgradeId upgrade) {
        var upgrades = handle.attach(UpgradeDao.class);
        boolean holds =
                upgrades.findHolder().filter(row -> row.id().equals(upgrade)).isPresent();
        if (!holds && upgrades.take(upgrade) == 1) {
            SettingsFreeze.note(handle, upgrade, clock.instant());
        }
    }

    @Override
    public void release(UpgradeId upgrade) {
        if (jdbi.withExtension(UpgradeDao.class, upgrades -> upgrades.release(upgrade)) == 1) {
            log.info("{} gives the cluster back until its next window", upgrade);
        }
    }

    @Override
    public MaintenancePhase maintenance(UpgradeId upgrade) {
        return jdbi.withExtension(UpgradeDao.class, upgrades -> upgrades.find(upgrade))
                .flatMap(UpgradeRow::maintenance)
                .orElse(MaintenancePhase.OPEN);
    }

    @Override
    public void giveBack(UpgradeId upgrade, Outcome outcome, String sentence) {
        jdbi.useTransaction(handle -> giveBack(handle, upgrade, outcome, sentence));
        watch.ended(upgrade);
    }

    private void giveBack(Handle handle, UpgradeId upgrade, Outcome outcome, String sentence) {
        var upgrades = handle.attach(UpgradeDao.class);
        if (upgrades.lock(upgrade).isEmpty()) {
            throw new UnknownUpgrade(upgrade);
        }
        var waits = lastWait(upgrades.find(upgrade).orElseThrow(), sentence);
        if (upgrades.end(upgrade, outcome, sentence, waits, clock.instant()) == 1) {
            endUnits(handle.attach(PlanDao.class), upgrade);
            log.info("{} ended {}: {} The cluster is given back.", upgrade, outcome, sentence);
        } else if (upgrades.giveBackAgain(upgrade, waits) == 1) {
            log.info("{} gives the cluster back again", upgrade);
        }
    }

    /** What has ended waits for a person only while it leaves the system closed. */
    private WaitReason lastWait(UpgradeRow row, String sentence) {
        boolean isClosed =
                row.maintenance().filter(MaintenancePhase.STAYS_CLOSED::equals).isPresent();
        return isClosed
                ? new WaitReason.ForPerson(
                        row.hasEnded() ? row.sentence() : sentence,
                        clock.instant(),
                        "an administrator of the cluster",
                        List.of(Remedy.REOPEN))
                : WaitReason.NOTHING;
    }

    /** Only units whose own workflow could not say how it ended are left to this. */
    private void endUnits(PlanDao plans, UpgradeId upgrade) {
        plans.endUnits(
                upgrade,
                UNTOUCHED,
                UnitState.CANCELLED,
                "The upgrade ended before its turn; nothing was touched.",
                WaitReason.NOTHING);
        var unknown = "Its workflow ended without a result: look at the instance before it is used.";
        plans.endUnits(
                upgrade,
                IN_WORK,
                UnitState.FAILED,
                unknown,
                new WaitReason.ForPerson(unknown, clock.instant(), "an administrator of its host"));
    }
}

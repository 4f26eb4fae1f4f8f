package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.hold.SettingsFreeze;
import io.mddc.upgrade.controlcenter.upgrades.CommandLog.Given;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.StartTime;
import io.mddc.upgrade.plan.UpgradePlan;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Writes a plan and takes the cluster for it: all of it or nothing. */
public final class PlannedUpgrades {
    private static final String UNIQUE_VIOLATED = "23505";

    private final Jdbi jdbi;
    private final CommandLog commands;
    private final Clock clock;

    public PlannedUpgrades(Jdbi jdbi, CommandLog commands, Clock clock) {
        this.jdbi = jdbi;
        this.commands = commands;
        this.clock = clock;
    }

    /** Says who holds the cluster before anything is planned. */
    void checkFree() {
        jdbi.withExtension(UpgradeDao.class, UpgradeDao::findHolder).ifPresent(holder -> {
            throw new ClusterHeld(holder.id());
        });
    }

    /** Empty when another start was faster with the cluster, the key or the id: look again. */
    Optional<UpgradeId> insert(UpgradePlan plan, StartTime start, Given command) {
        try {
            return Optional.of(jdbi.inTransaction(handle -> insert(handle, plan, start, command)));
        } catch (UnableToExecuteStatementException refused) {
            if (isTaken(refused)) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** A column that is unique has the value already. */
    static boolean isTaken(UnableToExecuteStatementException refused) {
        return refused.getCause() instanceof SQLException sql && UNIQUE_VIOLATED.equals(sql.getSQLState());
    }

    private UpgradeId insert(Handle handle, UpgradePlan plan, StartTime start, Given command) {
        var upgrades = handle.attach(UpgradeDao.class);
        var id = nextId(upgrades);
        var now = clock.instant();
        var row = UpgradeRow.starting(id, plan, start, command.by(), now);
        upgrades.insert(row);
        row.activeKey().ifPresent(holds -> SettingsFreeze.note(handle, id, now));
        var plans = handle.attach(PlanDao.class);
        for (int i = 0; i < plan.stages().size(); i++) {
            insertStage(plans, row, i, plan.stages().get(i));
        }
        handle.attach(CommandDao.class).insert(commands.row(command, id));
        return id;
    }

    private static void insertStage(PlanDao plans, UpgradeRow upgrade, int ordinal, StagePlan stage) {
        plans.insert(StageRow.planned(upgrade.id(), ordinal, stage));
        for (int i = 0; i < stage.units().size(); i++) {
            plans.insert(UnitRow.pending(upgrade.id(), i, stage.units().get(i), upgrade.startedAt()));
        }
    }

    /** The day and the next number of it, such as {@code 2026-11-22-3}; days are UTC's. */
    private UpgradeId nextId(UpgradeDao upgrades) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        int last = upgrades.listOfDay(day).stream()
                .mapToInt(id -> Integer.parseInt(id.value().substring(day.length() + 1)))
                .max()
                .orElse(0);
        return new UpgradeId(day + "-" + (last + 1));
    }
}

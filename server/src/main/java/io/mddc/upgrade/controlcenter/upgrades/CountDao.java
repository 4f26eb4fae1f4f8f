package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.run.Outcome;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.UpgradeState;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** How many there are of what. */
public interface CountDao {
    @SqlQuery("SELECT state, outcome, COUNT(*) AS number FROM upgrade GROUP BY state, outcome")
    @RegisterConstructorMapper(Upgrades.class)
    List<Upgrades> listUpgrades();

    /** Of the upgrade that holds the cluster. */
    @SqlQuery("""
            SELECT unit.component, unit.state, COUNT(*) AS number FROM unit
            JOIN upgrade ON upgrade.id = unit.upgrade_id
            WHERE upgrade.active_key IS NOT NULL
            GROUP BY unit.component, unit.state
            """)
    @RegisterConstructorMapper(Units.class)
    List<Units> listUnits();

    /** So many upgrades in a state, by their outcome once there is one. */
    record Upgrades(UpgradeState state, Optional<Outcome> outcome, long number) {}

    /** So many units in a state. */
    record Units(Component component, UnitState state, long number) {}
}

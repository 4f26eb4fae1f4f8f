package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.run.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** How long steps took in this cluster. */
public interface StepTimeDao {
    /**
     * The latest: of units that were upgraded, and the ways back of those that went back. A step that was entered again counts with
     * the time between, so a drain that had to come again is not taken for a short one.
     */
    @SqlQuery("""
            SELECT unit_step.step, unit_step.began_at, unit_step.ended_at FROM unit_step
            JOIN unit ON unit.upgrade_id = unit_step.upgrade_id AND unit.instance = unit_step.instance
            WHERE unit.component = :component AND unit_step.ended_at IS NOT NULL
              AND ((unit.state = 'UPGRADED' AND unit_step.step <> 'WAY_BACK')
                OR (unit.state = 'ROLLED_BACK' AND unit_step.step = 'WAY_BACK'))
            ORDER BY unit_step.began_at DESC
            FETCH FIRST :limit ROWS ONLY
            """)
    @RegisterConstructorMapper(Taken.class)
    List<Taken> listLatest(Component component, int limit);

    /** The same of other upgrades, as it was then. */
    @SqlQuery("""
            SELECT unit_step.step, unit_step.began_at, unit_step.ended_at FROM unit_step
            JOIN unit ON unit.upgrade_id = unit_step.upgrade_id AND unit.instance = unit_step.instance
            WHERE unit.component = :component AND unit_step.ended_at <= :then AND unit.upgrade_id <> :but
              AND ((unit.state = 'UPGRADED' AND unit_step.step <> 'WAY_BACK')
                OR (unit.state = 'ROLLED_BACK' AND unit_step.step = 'WAY_BACK'))
            ORDER BY unit_step.began_at DESC
            FETCH FIRST :limit ROWS ONLY
            """)
    @RegisterConstructorMapper(Taken.class)
    List<Taken> listLatestBefore(Component component, UpgradeId but, Instant then, int limit);

    /** One step of one unit. */
    record Taken(Step step, Instant beganAt, Instant endedAt) {
        Duration duration() {
            return Duration.between(beganAt, endedAt);
        }
    }
}

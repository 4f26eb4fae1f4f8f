package io.mddc.upgrade.controlcenter.upgrades;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.contract.ClusterHold.Touched;
import io.mddc.upgrade.run.RunEvent;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.run.WaitReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The stages and units of an upgrade: their plan, and how far they are. */
@RegisterConstructorMapper(StageRow.class)
@RegisterConstructorMapper(UnitRow.class)
@RegisterConstructorMapper(StepRow.class)
public interface PlanDao {
    @SqlQuery("SELECT * FROM stage WHERE upgrade_id = :upgrade ORDER BY ordinal")
    List<StageRow> listStages(UpgradeId upgrade);

    @SqlQuery("SELECT * FROM stage WHERE upgrade_id = :upgrade AND component = :component")
    Optional<StageRow> findStage(UpgradeId upgrade, Component component);

    @SqlQuery("SELECT * FROM unit WHERE upgrade_id = :upgrade ORDER BY ordinal")
    List<UnitRow> listUnits(UpgradeId upgrade);

    @SqlQuery("SELECT * FROM unit WHERE upgrade_id = :upgrade AND state IN (<states>) ORDER BY ordinal")
    List<UnitRow> listUnitsIn(UpgradeId upgrade, @BindList List<UnitState> states);

    @SqlQuery("SELECT * FROM unit WHERE upgrade_id = :upgrade AND instance = :instance")
    Optional<UnitRow> findUnit(UpgradeId upgrade, InstanceId instance);

    @SqlQuery("SELECT * FROM unit_step WHERE upgrade_id = :upgrade ORDER BY began_at")
    List<StepRow> listSteps(UpgradeId upgrade);

    @SqlQuery("SELECT * FROM unit_step WHERE upgrade_id = :upgrade AND instance = :instance AND ended_at IS NULL")
    List<StepRow> listOpenSteps(UpgradeId upgrade, InstanceId instance);

    /** Units that were isolated at some time. */
    @SqlQuery("""
            SELECT unit.* FROM unit
            JOIN unit_step ON unit_step.upgrade_id = unit.upgrade_id AND unit_step.instance = unit.instance
            WHERE unit.upgrade_id = :upgrade AND unit_step.step = 'DRAIN'
            ORDER BY unit.ordinal
            """)
    List<UnitRow> listDrained(UpgradeId upgrade);

    /** Instances that were isolated beside the upgrade's units, so that a host could be started again. */
    @SqlQuery("""
            SELECT DISTINCT for_reboot AS instance, host, FALSE AS kept_out FROM permit
            WHERE for_reboot IS NOT NULL AND operation LIKE :operations
            ORDER BY for_reboot
            """)
    @RegisterConstructorMapper(Touched.class)
    List<Touched> listTakenOut(String operations);

    @SqlUpdate("""
            INSERT INTO stage (upgrade_id, component, ordinal, plan, sentence, wait_reason)
            VALUES (:upgradeId, :component, :ordinal, :plan, :sentence, :waitReason)
            """)
    void insert(@BindMethods StageRow stage);

    @SqlUpdate("""
            INSERT INTO unit (upgrade_id, instance, component, ordinal, host, from_version, to_version, digest,
                former_digest, state, sentence, wait_reason)
            VALUES (:upgradeId, :instance, :component, :ordinal, :host, :fromVersion, :toVersion, :digest,
                :formerDigest, :state, :sentence, :waitReason)
            """)
    void insert(@BindMethods UnitRow unit);

    @SqlUpdate("""
            UPDATE stage SET sentence = :sentence, wait_reason = :waitReason, hook = :hook
            WHERE upgrade_id = :upgrade AND component = :component
            """)
    int updateStage(@BindMethods RunEvent.OfStage event);

    @SqlUpdate("""
            UPDATE unit SET state = :state, sentence = :sentence, wait_reason = :waitReason
            WHERE upgrade_id = :upgrade AND instance = :instance
            """)
    int updateUnit(UpgradeId upgrade, InstanceId instance, UnitState state, String sentence, WaitReason waitReason);

    /** Units that nobody will say more about. */
    @SqlUpdate("""
            UPDATE unit SET state = :end, sentence = :sentence, wait_reason = :waitReason
            WHERE upgrade_id = :upgrade AND state IN (<states>)
            """)
    int endUnits(
            UpgradeId upgrade, @BindList List<UnitState> states, UnitState end, String sentence, WaitReason waitReason);

    @SqlUpdate("""
            UPDATE unit_step SET ended_at = :at
            WHERE upgrade_id = :upgrade AND instance = :instance AND ended_at IS NULL
            """)
    int endSteps(UpgradeId upgrade, InstanceId instance, Instant at);

    /** A step that is entered again goes on. */
    @SqlUpdate("""
            UPDATE unit_step SET ended_at = NULL
            WHERE upgrade_id = :upgrade AND instance = :instance AND step = :step
            """)
    int reopenStep(UpgradeId upgrade, InstanceId instance, Step step);

    @SqlUpdate("""
            INSERT INTO unit_step (upgrade_id, instance, step, began_at)
            VALUES (:upgrade, :instance, :step, :at)
            """)
    void insertStep(UpgradeId upgrade, InstanceId instance, Step step, Instant at);
}

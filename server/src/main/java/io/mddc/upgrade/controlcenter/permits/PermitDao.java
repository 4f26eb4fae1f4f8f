package io.mddc.upgrade.controlcenter.permits;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.plan.Policy;
import io.mddc.upgrade.protocol.Permit;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.UnitState;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What a permit depends on, read under the lock under which the run log writes it; and what was granted. */
public interface PermitDao {
    /** Locks the upgrade's row; empty when it does not hold the cluster. */
    @SqlQuery("SELECT id FROM upgrade WHERE id = :upgrade AND active_key IS NOT NULL FOR UPDATE")
    Optional<UpgradeId> lockHolder(UpgradeId upgrade);

    @SqlQuery(
            "SELECT host, state, digest, former_digest FROM unit WHERE upgrade_id = :upgrade AND instance = :instance")
    @RegisterConstructorMapper(RecordedUnit.class)
    Optional<RecordedUnit> find(UpgradeId upgrade, InstanceId instance);

    /** Where the maintenance mode of an upgrade is. */
    @SqlQuery("SELECT maintenance FROM upgrade WHERE id = :upgrade")
    Optional<MaintenancePhase> findMaintenance(UpgradeId upgrade);

    /** Where a unit is whose stage has its hooks run now. */
    @SqlQuery("""
            SELECT unit.host FROM unit
            JOIN stage ON stage.upgrade_id = unit.upgrade_id AND stage.component = unit.component
            WHERE unit.upgrade_id = :upgrade AND unit.instance = :instance AND stage.hook IS NOT NULL
            """)
    Optional<HostId> findHookHost(UpgradeId upgrade, InstanceId instance);

    @SqlQuery("SELECT host FROM instance WHERE id = :instance")
    Optional<HostId> findHost(InstanceId instance);

    @SqlUpdate("""
            INSERT INTO permit (operation, step, host, digest, for_reboot, granted_at)
            VALUES (:operation, :step, :host, :digest, :forReboot, :grantedAt)
            """)
    void insert(@BindMethods Permit permit);

    /** The policy that the upgrade was planned with. */
    @SqlQuery("SELECT policy FROM upgrade WHERE id = :upgrade")
    Policy policy(UpgradeId upgrade);

    /**
     * @param digest of the package the plan has for it
     * @param formerDigest of the package it had before; empty when that is not known
     */
    record RecordedUnit(HostId host, UnitState state, Sha256 digest, Optional<Sha256> formerDigest) {}
}

package io.mddc.upgrade.controlcenter.permits;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.controlcenter.hold.EmergencyStops;
import io.mddc.upgrade.controlcenter.permits.PermitDao.RecordedUnit;
import io.mddc.upgrade.protocol.Permit;
import io.mddc.upgrade.protocol.PermitRequest;
import io.mddc.upgrade.run.MaintenancePhase;
import io.mddc.upgrade.run.Step;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Grants what is recorded as begun, in one transaction, and nothing else:
 *
 * <ol>
 *   <li>no emergency stop is set;
 *   <li>the operation's upgrade holds the cluster;
 *   <li>for an effect of the maintenance mode: that is recorded to be in force, and the instance is on the host that asks;
 *   <li>for a program around a stage: hooks are recorded to run around it, and the instance is a unit of it, on the host that
 *       asks;
 *   <li>otherwise: the operation's instance is a unit of it, on the host that asks;
 *   <li>the unit is recorded to be in the step that is asked for;
 *   <li>what is to be installed is what the plan names: the target, and on the way back the former package;
 *   <li>what is done for a reboot of the unit's host is done in INSTALL, the plan's policy allows reboots, and the instance that
 *       is touched is on that host.
 * </ol>
 */
public final class Permits {
    private static final Logger log = LoggerFactory.getLogger(Permits.class);

    private final Jdbi jdbi;
    private final Clock clock;

    public Permits(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    Permit grant(HostId host, PermitRequest request) {
        return jdbi.inTransaction(handle -> grant(handle, host, request));
    }

    private Permit grant(Handle handle, HostId host, PermitRequest request) {
        var dao = handle.attach(PermitDao.class);
        var operation = request.operation();
        EmergencyStops.requireNone(handle);
        if (dao.lockHolder(operation.upgrade()).isEmpty()) {
            throw new PermitRefused(operation, "upgrade " + operation.upgrade() + " does not hold the cluster.");
        }
        if (request.step() == Step.MAINTENANCE) {
            checkMaintenance(dao, host, operation);
        } else if (request.step() == Step.STAGE) {
            checkStage(dao, host, operation);
        } else {
            var unit = dao.find(operation.upgrade(), operation.instance())
                    .orElseThrow(() -> new PermitRefused(
                            operation, operation.instance() + " is not part of upgrade " + operation.upgrade() + "."));
            check(host, request, unit);
        }
        request.forReboot().ifPresent(touched -> checkReboot(dao, host, request, touched));
        var permit =
                new Permit(host, operation, request.step(), request.digest(), request.forReboot(), clock.instant());
        dao.insert(permit);
        log.info("Permit for {} of {} to {}", request.step(), operation, host);
        return permit;
    }

    /** Around a stage it is about instances that need not be units. */
    private static void checkMaintenance(PermitDao dao, HostId host, OperationId operation) {
        var phase = dao.findMaintenance(operation.upgrade());
        if (phase.filter(MaintenancePhase::isInForce).isEmpty()) {
            throw new PermitRefused(
                    operation,
                    "the maintenance mode is recorded as "
                            + phase.map(MaintenancePhase::name).orElse("not entered") + ".");
        }
        if (dao.findHost(operation.instance()).filter(host::equals).isEmpty()) {
            throw new PermitRefused(operation, operation.instance() + " is not known to be on " + host + ".");
        }
    }

    /** Around a stage no unit of it is in a step. */
    private static void checkStage(PermitDao dao, HostId host, OperationId operation) {
        var known = dao.findHookHost(operation.upgrade(), operation.instance());
        if (known.filter(host::equals).isEmpty()) {
            throw new PermitRefused(
                    operation,
                    "no hook is recorded to run around a stage of which %s on %s is a unit."
                            .formatted(operation.instance(), host));
        }
    }

    private static void check(HostId host, PermitRequest request, RecordedUnit unit) {
        if (!unit.host().equals(host)) {
            throw new PermitRefused(request.operation(), "it is on " + unit.host() + ", not on " + host + ".");
        }
        if (!unit.state().step().filter(request.step()::equals).isPresent()) {
            throw new PermitRefused(
                    request.operation(), "it is recorded as " + unit.state() + ", not in " + request.step() + ".");
        }
        checkDigest(request, unit);
    }

    private static void checkReboot(PermitDao dao, HostId host, PermitRequest request, InstanceId touched) {
        var operation = request.operation();
        if (request.step() != Step.INSTALL || request.digest().isPresent()) {
            throw new PermitRefused(operation, "a reboot belongs to INSTALL and installs nothing.");
        }
        if (!dao.policy(operation.upgrade()).reboots().allowed()) {
            throw new PermitRefused(operation, "the policy of this upgrade does not allow reboots.");
        }
        if (!dao.findHost(touched).filter(host::equals).isPresent() && !touched.equals(operation.instance())) {
            throw new PermitRefused(operation, touched + " is not known on " + host + ".");
        }
    }

    /** On the way back an effect without a digest is an isolation, and one for a reboot installs nothing. */
    private static void checkDigest(PermitRequest request, RecordedUnit unit) {
        boolean isInstall =
                (request.step() == Step.INSTALL && request.forReboot().isEmpty())
                        || (request.step() == Step.WAY_BACK && request.digest().isPresent());
        var planned = request.step() == Step.WAY_BACK ? unit.formerDigest() : Optional.of(unit.digest());
        if (isInstall && (request.digest().isEmpty() || !request.digest().equals(planned))) {
            throw new PermitRefused(
                    request.operation(),
                    "the plan installs " + planned.map(Object::toString).orElse("nothing") + ", not "
                            + request.digest().map(Object::toString).orElse("a file without a digest") + ".");
        }
    }
}

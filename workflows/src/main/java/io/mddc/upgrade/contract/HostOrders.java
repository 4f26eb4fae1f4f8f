package io.mddc.upgrade.contract;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.Remote;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.run.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a workflow asks of a host, one record for each activity. */
public final class HostOrders {
    private HostOrders() {}

    /**
     * @param former the package installed now, kept for the way back
     */
    public record Upload(InstanceId instance, PackageFile target, Optional<PackageFile> former) {}

    /**
     * @param step the step of the unit in which this is asked; the permit is for that step
     * @param expires when the isolation becomes a question to a person; it is never released by time
     * @param neighbour isolated instead of the operation's own instance: its host is to be started again for that one
     */
    public record Isolate(
            OperationId operation, Step step, String reason, Instant expires, Optional<InstanceId> neighbour) {
        public Isolate(OperationId operation, Step step, String reason, Instant expires) {
            this(operation, step, reason, expires, Optional.empty());
        }

        /** The one that is taken out of new work. */
        @JsonIgnore
        public InstanceId instance() {
            return neighbour.orElse(operation.instance());
        }
    }

    /**
     * @param idleConfirm the time between the two reads of nothing in progress
     * @param inService it takes work, and must: what is left for it is finished, and nothing new can come
     */
    public record Drain(InstanceId instance, Duration slice, Duration idleConfirm, boolean inService) {
        public Drain(InstanceId instance, Duration slice, Duration idleConfirm) {
            this(instance, slice, idleConfirm, false);
        }
    }

    /**
     * @param step INSTALL, or WAY_BACK: then the configuration kept before the install is put back first
     * @param target the package to install
     * @param limit after it the installer is stopped and the package database repaired
     * @param otherwise what the host does by itself when nobody may be left to tell it; empty on the way back
     */
    public record BeginInstall(
            OperationId operation, Step step, PackageFile target, Duration limit, Optional<Otherwise> otherwise) {
        public BeginInstall(OperationId operation, Step step, PackageFile target, Duration limit) {
            this(operation, step, target, limit, Optional.empty());
        }
    }

    /**
     * For what this product itself runs on: its installer carries a switch that goes off when the new process does not say in
     * time that it is ready.
     *
     * @param former the package that is put back then
     * @param ready how long the new process may take
     */
    public record Otherwise(PackageFile former, Duration ready) {}

    /**
     * @param installBegan a process that started before this is not the new one; the host's clock, from {@link InstallOutcome}
     * @param before what the instance was when it was isolated
     * @param ready how long it may take to be ready
     * @param installBeganByUptime decides instead of {@code installBegan} as long as the host was not started again
     * @param remote the instance is on another host, which has no worker: only its answers are looked at
     */
    public record Verify(
            InstanceId instance,
            Version target,
            Instant installBegan,
            Baseline before,
            Duration ready,
            Optional<HostMoment> installBeganByUptime,
            Optional<Remote> remote) {
        public Verify(InstanceId instance, Version target, Instant installBegan, Baseline before, Duration ready) {
            this(instance, target, installBegan, before, ready, Optional.empty());
        }

        public Verify(
                InstanceId instance,
                Version target,
                Instant installBegan,
                Baseline before,
                Duration ready,
                Optional<HostMoment> installBeganByUptime) {
            this(instance, target, installBegan, before, ready, installBeganByUptime, Optional.empty());
        }

        /** The same, asked of an instance on another host. */
        public Verify of(Remote other) {
            return new Verify(instance, target, installBegan, before, ready, installBeganByUptime, Optional.of(other));
        }
    }

    /**
     * @param eligible how long it may take to be seen as taking work, and how long no process is waited for
     */
    public record Rejoin(InstanceId instance, UpgradeId owner, Duration eligible) {
        /** A process that gives no answer is waited for so long. */
        public Duration longest() {
            return eligible.multipliedBy(3);
        }
    }

    /**
     * @param boot the kernel's id of the start of the host that is to end
     * @param patience how long the host may stay up after it was asked
     */
    public record Reboot(OperationId operation, String boot, Duration patience) {}

    /**
     * @param before what must not get worse
     * @param poll between two looks
     * @param remote as for {@link Verify}
     */
    public record Monitor(InstanceId instance, Baseline before, Duration poll, Optional<Remote> remote) {
        public Monitor(InstanceId instance, Baseline before, Duration poll) {
            this(instance, before, poll, Optional.empty());
        }

        /** The same, asked of an instance on another host. */
        public Monitor of(Remote other) {
            return new Monitor(instance, before, poll, Optional.of(other));
        }
    }

    /**
     * @param remote as for {@link Verify}
     */
    public record Observe(InstanceId instance, Optional<Remote> remote) {
        public Observe(InstanceId instance) {
            this(instance, Optional.empty());
        }

        /** The same, asked of an instance on another host. */
        public Observe of(Remote other) {
            return new Observe(instance, Optional.of(other));
        }
    }
}

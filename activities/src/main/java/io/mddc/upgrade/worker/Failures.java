package io.mddc.upgrade.worker;

import io.mddc.upgrade.contract.FailureType;
import io.mddc.upgrade.worker.artifact.DigestDiffers;
import io.mddc.upgrade.worker.artifact.DiskFull;
import io.mddc.upgrade.worker.artifact.PackageUnknown;
import io.mddc.upgrade.worker.artifact.SourceSilent;
import io.mddc.upgrade.worker.component.ComponentSilent;
import io.mddc.upgrade.worker.component.IsolatedByAnother;
import io.mddc.upgrade.worker.installer.DryRunRefused;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import java.util.Optional;

/** The facts that the worker's exceptions are named for, as the failure types that workflows know. */
final class Failures {
    private static final Map<Class<? extends RuntimeException>, FailureType> TYPES = Map.ofEntries(
            Map.entry(DigestDiffers.class, FailureType.DIGEST_DIFFERS),
            Map.entry(PackageUnknown.class, FailureType.PACKAGE_UNKNOWN),
            Map.entry(DryRunRefused.class, FailureType.DRY_RUN_REFUSED),
            Map.entry(DiskFull.class, FailureType.DISK_FULL),
            Map.entry(SourceSilent.class, FailureType.CONTROL_CENTER_SILENT),
            Map.entry(ControlCenterSilent.class, FailureType.CONTROL_CENTER_SILENT),
            Map.entry(PermitRefused.class, FailureType.PERMIT_REFUSED),
            Map.entry(InstanceUnknown.class, FailureType.INSTANCE_UNKNOWN),
            Map.entry(IsolatedByAnother.class, FailureType.ISOLATED_BY_ANOTHER),
            Map.entry(ComponentSilent.class, FailureType.COMPONENT_SILENT),
            Map.entry(WorkerStopping.class, FailureType.WORKER_RESTARTED));

    private Failures() {}

    /** The message alone crosses the engine, not the cause: a failure stays small. Others go as they are. */
    static RuntimeException translated(RuntimeException failure) {
        return Optional.ofNullable(TYPES.get(failure.getClass()))
                .<RuntimeException>map(type -> applicationFailure(type, String.valueOf(failure.getMessage())))
                .orElse(failure);
    }

    static ApplicationFailure applicationFailure(FailureType type, String message) {
        return ApplicationFailure.newBuilder()
                .setType(type.name())
                .setMessage(message)
                .setNonRetryable(!type.retryable())
                .setCategory(type.retryable() ? ApplicationErrorCategory.BENIGN : ApplicationErrorCategory.UNSPECIFIED)
                .build();
    }
}

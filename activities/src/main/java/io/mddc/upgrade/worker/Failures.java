package io.mddc.upgrade.worker;

import io.mddc.upgrade.contract.FailureType;
import io.mddc.upgrade.worker.artifact.DigestDiffers;
import io.mddc.upgrade.worker.artifact.DiskFull;
import io.mddc.upgrade.worker.artifact.PackageUnknown;
import io.mddc.upgrade.worker.artifact.SourceSilent;
import io.mddc.upgrade.worker.component.ComponentSilent;
import io.mddc.upgrade.worker.component.IsolatedByAnother;
import io.mddc.upgrade.worker.control.ServiceFailed;
import io.mddc.upgrade.worker.installer.DryRunRefused;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The facts that the worker's exceptions are named for, as the failure types that workflows know. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final Map<Class<? extends RuntimeException>, FailureType> TYPES = Map.ofEntries(
            Map.entry(DigestDiffers.class, FailureType.DIGEST_DIFFERS),
            Map.entry(PackageUnknown.class, FailureType.PACKAGE_UNKNOWN),
            Map.entry(DryRunRefused.class, FailureType.DRY_RUN_REFUSED),
            Map.entry(DiskFull.class, FailureType.DISK_FULL),
            Map.entry(SourceSilent.class, FailureType.CONTROL_CENTER_SILENT),
            Map.entry(ControlCenterSilent.class, FailureType.CONTROL_CENTER_SILENT),
            Map.entry(PermitRefused.class, FailureType.PERMIT_REFUSED),
            Map.entry(InstanceUnknown.class, FailureType.INSTANCE_UNKNOWN),
            Map.entry(NotFromAfar.class, FailureType.INSTANCE_UNKNOWN),
            Map.entry(IsolatedByAnother.class, FailureType.ISOLATED_BY_ANOTHER),
            Map.entry(StillInWork.class, FailureType.STILL_IN_WORK),
            Map.entry(NotInTime.class, FailureType.NOT_IN_TIME),
            Map.entry(WrongAnswer.class, FailureType.WRONG_ANSWER),
            Map.entry(ServiceFailed.class, FailureType.SERVICE_FAILED),
            Map.entry(ComponentSilent.class, FailureType.COMPONENT_SILENT),
            Map.entry(WorkerStopping.class, FailureType.WORKER_RESTARTED));

    private static final int MOST_ATTEMPTS = 5;

    private Failures() {}

    /**
     * The message alone crosses the engine, not the cause: a failure stays small. What nobody expected is tried again a few
     * times, and then ends the step: it would not get better. The engine's own go as they are.
     */
    static RuntimeException translated(RuntimeException failure, int attempt) {
        if (failure instanceof TemporalException) {
            return failure;
        }
        var known = Optional.ofNullable(TYPES.get(failure.getClass()));
        if (known.isPresent()) {
            return applicationFailure(known.get(), String.valueOf(failure.getMessage()));
        }
        LOG.warn("attempt {} failed in a way nobody expected", attempt, failure);
        var message = failure + (failure.getCause() == null ? "" : ": " + failure.getCause());
        return ApplicationFailure.newBuilder()
                .setType(failure.getClass().getName())
                .setMessage(message)
                .setNonRetryable(attempt >= MOST_ATTEMPTS)
                .build();
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

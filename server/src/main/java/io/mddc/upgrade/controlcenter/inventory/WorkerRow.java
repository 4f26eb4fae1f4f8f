package io.mddc.upgrade.controlcenter.inventory;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.HostNote;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.Platform;
import io.mddc.upgrade.protocol.WorkerReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A host as its worker last reported it; units as in {@link WorkerReport}. */
public record WorkerRow(
        HostId host,
        String version,
        double loadAverage,
        long memoryFree,
        long diskFree,
        List<OperationId> openInstalls,
        Optional<Platform> platform,
        List<HostNote> notes,
        Instant lastReport) {
    static WorkerRow of(WorkerReport report, Instant now) {
        return new WorkerRow(
                report.host(),
                report.version(),
                report.load(),
                report.memoryFree(),
                report.diskFree(),
                report.openInstalls(),
                report.platform(),
                report.notes(),
                now);
    }
}

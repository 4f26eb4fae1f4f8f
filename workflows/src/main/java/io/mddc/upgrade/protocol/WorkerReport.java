package io.mddc.upgrade.protocol;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.HostNote;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.Platform;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a worker tells the control center every few seconds.
 *
 * @param version the worker's own
 * @param load the host's one-minute load average
 * @param memoryFree bytes available to new processes
 * @param diskFree bytes free where packages are kept
 * @param openInstalls installs begun and not ended, journals read
 * @param platform what the host installs; empty from a worker of a former version
 * @param notes what whoever plans an upgrade should know
 * @param settings those that control centers of the vendor's on this host keep, as far as they could be read
 */
public record WorkerReport(
        HostId host,
        String version,
        double load,
        long memoryFree,
        long diskFree,
        List<Instance> instances,
        List<OperationId> openInstalls,
        Optional<Platform> platform,
        List<HostNote> notes,
        List<WatchedSetting> settings) {
    public WorkerReport {
        instances = List.copyOf(instances);
        openInstalls = List.copyOf(openInstalls);
        notes = notes == null ? List.of() : List.copyOf(notes);
        settings = settings == null ? List.of() : List.copyOf(settings);
    }

    public WorkerReport(
            HostId host,
            String version,
            double load,
            long memoryFree,
            long diskFree,
            List<Instance> instances,
            List<OperationId> openInstalls) {
        this(
                host,
                version,
                load,
                memoryFree,
                diskFree,
                instances,
                openInstalls,
                Optional.empty(),
                List.of(),
                List.of());
    }

    public WorkerReport on(Platform told) {
        return new WorkerReport(
                host, version, load, memoryFree, diskFree, instances, openInstalls, Optional.of(told), notes, settings);
    }

    public WorkerReport noting(List<HostNote> known) {
        return new WorkerReport(
                host, version, load, memoryFree, diskFree, instances, openInstalls, platform, known, settings);
    }

    public WorkerReport watching(List<WatchedSetting> read) {
        return new WorkerReport(
                host, version, load, memoryFree, diskFree, instances, openInstalls, platform, notes, read);
    }

    /** Where it is sent: {@code POST /api/v1/workers/{host}/status}. */
    public static URI path(HostId host) {
        return URI.create("/api/v1/workers/" + host + "/status");
    }
}

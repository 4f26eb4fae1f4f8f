package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.chaos.Killable;
import io.mddc.upgrade.lab.host.Cluster;
import io.mddc.upgrade.lab.host.LabHost;
import io.mddc.upgrade.lab.host.LabInstance;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The process of an installed part: killed by its pid file, started again by its own service program. */
record ServiceProcess(Cluster cluster, LabInstance instance) implements Killable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    boolean isRunning() {
        return host().servicePid(instance.part().packageName()).isPresent();
    }

    /** As it is read from outside. */
    Path log() {
        return host().outside(instance.log());
    }

    @Override
    public void kill() {
        host().servicePid(instance.part().packageName())
                .flatMap(ProcessHandle::of)
                .ifPresent(ServiceProcess::end);
    }

    private static void end(ProcessHandle process) {
        process.destroyForcibly();
        Waiting.until("the end of process " + process.pid(), PATIENCE, () -> !process.isAlive());
    }

    @Override
    public Instant restart() {
        var at = Clock.systemUTC().instant();
        HostProcess.await(host().enter(List.of(instance.control().toString(), "start")));
        return at;
    }

    private LabHost host() {
        return cluster.host(instance.host());
    }
}

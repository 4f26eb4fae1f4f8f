package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.chaos.KillReport;
import io.mddc.upgrade.lab.chaos.Victim;
import io.mddc.upgrade.lab.host.Cluster;
import io.mddc.upgrade.lab.host.InstallerRun;
import io.mddc.upgrade.lab.host.LabInstance;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Who cleans up after a terminated workflow has to wait for the installers that still run. */
record OpenInstallsAwaited(Cluster cluster, List<Target> targets, List<KillReport> kills) {
    OpenInstallsAwaited {
        targets = List.copyOf(targets);
        kills = List.copyOf(kills);
    }

    /** What is not as it should be, in sentences. */
    List<String> broken() {
        return kills.stream()
                .filter(kill -> kill.what().equals(Victim.WORKFLOW.word()))
                .flatMap(kill -> kill.resumedAfterSeconds()
                        .map(after -> overtaken(kill.at().plusMillis(Math.round(after * 1000))))
                        .orElseGet(() ->
                                Stream.of("nobody cleaned up after the workflow that was terminated at " + kill.at())))
                .toList();
    }

    private Stream<String> overtaken(Instant cleanup) {
        return targets.stream()
                .flatMap(target -> cluster.instances(target.part()).stream())
                .flatMap(instance -> runs(instance)
                        .filter(run ->
                                run.begin().isBefore(cleanup) && run.end().isAfter(cleanup))
                        .map(run -> "the cleanup began at " + cleanup + ", though the installer of " + instance.id()
                                + " ran until " + run.end()));
    }

    private Stream<InstallerRun> runs(LabInstance instance) {
        return cluster.host(instance.host()).installerRuns(instance.part().packageName()).stream();
    }
}

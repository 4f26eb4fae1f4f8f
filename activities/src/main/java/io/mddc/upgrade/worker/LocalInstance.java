package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.HostNote;
import io.mddc.upgrade.cluster.HostNote.Kind;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.UpgradeMethod;
import io.mddc.upgrade.contract.Baseline;
import io.mddc.upgrade.worker.component.ComponentClient;
import io.mddc.upgrade.worker.component.ComponentSilent;
import io.mddc.upgrade.worker.component.Engines;
import io.mddc.upgrade.worker.component.Isolation;
import io.mddc.upgrade.worker.component.Work;
import io.mddc.upgrade.worker.control.RunningProcess;
import io.mddc.upgrade.worker.control.ServiceControl;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An instance on this host with what reaches it: its interface and its service.
 *
 * @param configuration files that the way back puts back as they were
 * @param waits how long it is waited for
 * @param hooks what an administrator has run around its upgrade
 * @param running where its version is noted while it is ready; only of what this product itself runs on
 */
record LocalInstance(
        InstanceId id,
        Component component,
        HostId host,
        URI address,
        String packageName,
        ComponentClient client,
        ServiceControl service,
        List<Path> configuration,
        Waits waits,
        Optional<Path> running,
        Map<Hook, RunHook.Program> hooks) {

    /**
     * @param noProcess after so long without a process it is not waited for any longer
     * @param deregistrationDelay its clients need so long to notice that it is isolated
     */
    record Waits(Duration noProcess, Duration deregistrationDelay) {}

    Duration noProcess() {
        return waits.noProcess();
    }

    /** What it has in work, in the words of its component. */
    Work work() {
        return client.work().of(component);
    }

    /** What its profile says it cannot do, though others of its component can, and which hooks it has. */
    Stream<HostNote> notes() {
        boolean works = component.method() == UpgradeMethod.DEFERRAL;
        var known = Stream.of(
                        note(Kind.NO_ISOLATION, works && client.isolation().isEmpty()),
                        note(
                                Kind.NO_KNOWN_ANSWERS,
                                component == Component.CORE
                                        && client.directScan().isEmpty()),
                        note(
                                Kind.NO_MAINTENANCE,
                                component == Component.API_GATEWAY
                                        && client.closing().isEmpty()),
                        note(Kind.SELF, running.isPresent()))
                .flatMap(Optional::stream);
        var programs = hooks.keySet().stream().sorted().map(hook -> new HostNote(Kind.of(hook), Optional.of(id)));
        return Stream.concat(known, programs);
    }

    private Optional<HostNote> note(Kind kind, boolean isSo) {
        return isSo ? Optional.of(new HostNote(kind, Optional.of(id))) : Optional.empty();
    }

    Optional<String> isolatedBy() {
        return client.isolation().flatMap(Isolation::by);
    }

    /** What it is now. Throws {@link ComponentSilent} when any part of that is unknown. */
    Baseline baseline(Work work) {
        return baseline(process(), client.engines(), work);
    }

    static Baseline baseline(RunningProcess process, Engines engines, Work work) {
        return new Baseline(
                process.started(), engines.active(), engines.oldestDefinitions(), work.finished(), work.failed());
    }

    private RunningProcess process() {
        return service.process()
                .orElseThrow(() -> new ComponentSilent("the service of " + id + " has no process on " + host));
    }
}

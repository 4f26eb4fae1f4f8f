package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.OperationId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.contract.HostOrders.BeginInstall;
import io.mddc.upgrade.contract.HostOrders.Otherwise;
import io.mddc.upgrade.protocol.PermitRequest;
import io.mddc.upgrade.run.Step;
import io.mddc.upgrade.worker.artifact.PackageStore;
import io.mddc.upgrade.worker.installer.DeadMansSwitch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Idempotent by the operation's journal, which the detached process itself writes under the host's install lock. */
final class BeginInstallation {
    private static final Logger LOG = LoggerFactory.getLogger(BeginInstallation.class);

    private final LocalInstances instances;
    private final PackageStore store;
    private final Installation installation;
    private final DetachedRuns runs;
    private final Heartbeat heartbeat;

    BeginInstallation(
            LocalInstances instances,
            PackageStore store,
            Installation installation,
            DetachedRuns runs,
            Heartbeat heartbeat) {
        this.instances = instances;
        this.store = store;
        this.installation = installation;
        this.runs = runs;
        this.heartbeat = heartbeat;
    }

    void begin(BeginInstall order) {
        var operation = order.operation();
        var instance = instances.get(operation.instance());
        if (runs.isBegun(operation)) {
            return;
        }
        var file = store.checked(
                order.target(), heartbeat.pulse(() -> "reads " + order.target().fileName()));
        runs.waitForOthers(operation);
        if (order.step() == Step.INSTALL) {
            installation.configuration().keep(operation, instance.configuration());
        }
        var request = new PermitRequest(
                operation, order.step(), Optional.of(order.target().digest()));
        var run = run(instance, order, file);
        runs.begin(request, new DetachedRuns.Run(order.target().digest(), run.arguments(), run.limit()));
        LOG.info("{} begins: {}", operation, order.target().fileName());
    }

    /** With a dead man's switch when it is this product itself that is installed, and can be put back. */
    private Run run(LocalInstance instance, BeginInstall order, Path file) {
        if (order.step() == Step.WAY_BACK) {
            return new Run(putBack(order.operation(), order.target(), file), order.limit());
        }
        var install = installation.installer().install(order.target(), file);
        return instance.running()
                .flatMap(running -> order.otherwise().map(otherwise -> switched(order, install, running, otherwise)))
                .orElseGet(() -> new Run(install, order.limit()));
    }

    private Run switched(BeginInstall order, List<String> install, Path running, Otherwise otherwise) {
        var former = otherwise.former();
        var file = store.checked(former, heartbeat.pulse(() -> "reads " + former.fileName()));
        var deadMans = new DeadMansSwitch(
                running, order.target().version(), former.version(), order.limit(), otherwise.ready());
        var back = putBack(order.operation(), former, file);
        return new Run(deadMans.around(installation.scripts(), install, back), deadMans.whole());
    }

    private List<String> putBack(OperationId operation, PackageFile former, Path file) {
        return installation
                .installer()
                .putBack(former, file, installation.configuration().of(operation));
    }

    /**
     * @param arguments what is run detached
     * @param limit after it that is stopped
     */
    private record Run(List<String> arguments, Duration limit) {}
}

package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.chaos.Killable;
import io.mddc.upgrade.lab.chaos.Targets;
import io.mddc.upgrade.lab.host.Cluster;
import io.mddc.upgrade.lab.host.LabInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The victims on the lab's hosts. */
final class LabTargets implements Targets {
    private final Cluster cluster;
    private final Product product;

    LabTargets(Cluster cluster, Product product) {
        this.cluster = cluster;
        this.product = product;
    }

    @Override
    public Killable controlCenter() {
        return product.controlCenter();
    }

    @Override
    public Killable engine() {
        return product.engine();
    }

    @Override
    public Killable workerOf(InstanceId instance) {
        return product.worker(cluster.instance(instance).host());
    }

    @Override
    public Killable instance(InstanceId instance) {
        return new ServiceVictim(cluster, cluster.instance(instance));
    }

    @Override
    public Killable everything() {
        var all = Stream.concat(Stream.of(controlCenter()), product.workers().stream())
                .toList();
        return new Several(engine(), List.copyOf(all));
    }

    /** The engine's replacement is started by the control center's. */
    private record Several(Killable engine, List<Killable> others) implements Killable {
        @Override
        public void kill() {
            others.forEach(Killable::kill);
            engine.kill();
        }

        @Override
        public Instant restart() {
            var at = Clock.systemUTC().instant();
            others.forEach(Killable::restart);
            return at;
        }
    }

    /** A part of the lab, by its own service program. */
    private record ServiceVictim(Cluster cluster, LabInstance instance) implements Killable {
        private static final Duration PATIENCE = Duration.ofSeconds(10);

        @Override
        public void kill() {
            cluster.host(instance.host())
                    .servicePid(instance.part().packageName())
                    .flatMap(ProcessHandle::of)
                    .ifPresent(ServiceVictim::end);
        }

        private static void end(ProcessHandle process) {
            process.destroyForcibly();
            Waiting.until("the end of process " + process.pid(), PATIENCE, () -> !process.isAlive());
        }

        @Override
        public Instant restart() {
            var at = Clock.systemUTC().instant();
            HostProcess.await(cluster.host(instance.host())
                    .enter(List.of(instance.control().toString(), "start")));
            return at;
        }
    }
}

package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.lab.chaos.Killable;
import io.mddc.upgrade.lab.chaos.Targets;
import io.mddc.upgrade.lab.host.Cluster;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The victims on the lab's hosts. */
final class LabTargets implements Targets {
    private final Cluster cluster;
    private final Product product;
    private final Killable workflow;

    LabTargets(Cluster cluster, Product product, Killable workflow) {
        this.cluster = cluster;
        this.product = product;
        this.workflow = workflow;
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
        return new ServiceProcess(cluster, cluster.instance(instance));
    }

    @Override
    public Killable everything() {
        var all = Stream.concat(Stream.of(controlCenter()), product.workers().stream())
                .toList();
        return new Several(engine(), List.copyOf(all));
    }

    @Override
    public Killable workflow() {
        return workflow;
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
}

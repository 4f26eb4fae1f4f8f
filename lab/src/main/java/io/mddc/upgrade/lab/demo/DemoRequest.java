package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.chaos.KillOrder;
import io.mddc.upgrade.lab.fault.FaultOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What this run shall be, checked. */
record DemoRequest(String scenario, Shape shape, Traffic traffic, Doing doing, Places places) {
    /** The same under another policy; its report is written where it always is. */
    DemoRequest under(Path policy) {
        return new DemoRequest(scenario, shape, traffic, doing, new Places(policy, Optional.empty(), places.plain()));
    }

    record Shape(int cores, int gateways) {}

    /**
     * @param files at least so many are sent
     * @param rate files per second
     * @param seed decides files and scan times
     */
    record Traffic(int files, double rate, long seed) {}

    /**
     * @param careless no orchestrator
     * @param engine which the product has; nobody uses it in a careless run
     * @param faults how the new version is bad
     * @param keep all is left running at the end
     */
    record Doing(boolean careless, EngineKind engine, List<KillOrder> kills, List<FaultOrder> faults, boolean keep) {
        Doing {
            kills = List.copyOf(kills);
            faults = List.copyOf(faults);
            kills.forEach(engine::requireComesBackFrom);
        }
    }

    record Places(Path policy, Optional<Path> report, boolean plain) {}
}

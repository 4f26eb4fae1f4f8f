package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.host.Cluster;
import io.mddc.upgrade.lab.host.LabInstance;
import io.mddc.upgrade.lab.ledger.Blame;
import io.mddc.upgrade.lab.packaging.LabPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** When Cores ended by themselves, because their version is bad: each noted that on its host. */
final class OwnDeaths {
    private OwnDeaths() {}

    static List<Blame.Gone> in(Cluster cluster) {
        return cluster.instances(LabPart.CORE).stream()
                .flatMap(core -> moments(cluster, core)
                        .map(at -> new Blame.Gone(core.id().value(), at)))
                .toList();
    }

    private static Stream<Instant> moments(Cluster cluster, LabInstance core) {
        var notes = cluster.host(core.host())
                .outside(Path.of("/var/lib/opswat", core.part().packageName(), "data/died-by-itself"));
        try {
            return Files.exists(notes) ? Files.readAllLines(notes).stream().map(Instant::parse) : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

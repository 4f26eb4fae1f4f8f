package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.UpgradeMethod;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.plan.Finding.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is planned, and noticed, for an instance whose host has no worker of ours. */
final class FromAfar {
    private final Target target;
    private final ClusterView cluster;

    FromAfar(Target target, ClusterView cluster) {
        this.target = target;
        this.cluster = cluster;
    }

    boolean isMeant(Instance instance) {
        return cluster.stated().has(instance.id());
    }

    /** Empty for one whose host has a worker, and where nobody is there to ask it. */
    Optional<Asked> asked(Instance instance) {
        return cluster.stated()
                .askedFrom()
                .filter(by -> isMeant(instance))
                .map(by -> new Asked(by, instance.address()));
    }

    List<Finding> findings(Instance instance, Version from) {
        var findings = new ArrayList<Finding>();
        if (instance.component().method() == UpgradeMethod.DEFERRAL) {
            findings.add(notPossible(
                    "%s on %s is taken out of work by the worker of its host, and there is none."
                            .formatted(instance.id(), instance.host()),
                    "Enrol a worker on %s.".formatted(instance.host())));
        }
        if (from.upstream().equals(target.version().upstream())) {
            findings.add(notPossible(
                    "%s answers '%s' before and after the upgrade to %s, so nobody could tell whether it was installed."
                            .formatted(instance.id(), from.upstream(), target.version()),
                    "Enrol a worker on %s, which reads the package database.".formatted(instance.host())));
        }
        findings.add(cluster.stated()
                .askedFrom()
                .map(by -> asker(instance, by))
                .orElseGet(() -> notPossible(
                        "Nobody is known who could ask %s on %s.".formatted(instance.id(), instance.host()),
                        "Set askedFrom in control-center.yml to a host whose worker reaches it.")));
        return findings;
    }

    private Finding asker(Instance instance, HostId by) {
        return cluster.silentHosts().contains(by)
                ? new Finding(
                        Code.WORKER_SILENT,
                        "The worker of %s, which asks %s, does not report.".formatted(by, instance.id()),
                        "Start it, or leave the host %s out.".formatted(instance.host()))
                : new Finding(
                        Code.NO_WORKER_ON_HOST,
                        "%s has no worker of ours: a person installs %s there, and %s asks it for version and readiness. Not proven: %s. Nothing puts it back."
                                .formatted(instance.host(), instance.id(), by, Asked.UNPROVEN),
                        "Enrol a worker on %s, or have somebody there who can go back.".formatted(instance.host()));
    }

    private static Finding notPossible(String sentence, String cure) {
        return new Finding(Code.WORKER_NEEDED, sentence, cure);
    }
}

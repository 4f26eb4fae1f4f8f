package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.Platform;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.plan.Finding.Code;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which package of the store a host takes: of the version asked for, in the format of its platform, for its machine. What is
 * missing is noted once for each platform, however many hosts have it.
 */
final class PackageChoice {
    private final Target target;
    private final ClusterView cluster;
    private final List<Finding> findings;
    private final Map<Platform, Optional<PackageFile>> targets = new HashMap<>();
    private final Map<Former, Optional<PackageFile>> formers = new HashMap<>();

    private record Former(Version version, Platform platform) {}

    /**
     * @param findings what is missing is added to them
     */
    PackageChoice(Target target, ClusterView cluster, List<Finding> findings) {
        this.target = target;
        this.cluster = cluster;
        this.findings = findings;
    }

    /** Empty when there is none, or more than one; a finding says which. */
    Optional<PackageFile> target(Instance instance) {
        return targets.computeIfAbsent(cluster.platformOf(instance), platform -> find(platform, instance.host()));
    }

    /** The package that puts a host back; empty when the store has none. */
    Optional<PackageFile> former(Version from, Instance instance) {
        return formers.computeIfAbsent(new Former(from, cluster.platformOf(instance)), this::findFormer);
    }

    /** For a plan that has no host to ask for. */
    void noteMissing() {
        if (cluster.packagesOf(target.component(), target.version()).isEmpty()) {
            note(
                    Code.PACKAGE_MISSING,
                    "The store has no package of %s.".formatted(named(target.version())),
                    "Upload it under Inventory > Packages.");
        }
    }

    private Optional<PackageFile> find(Platform platform, HostId host) {
        var files = packagesFor(platform, target.version());
        var runnable = files.stream().filter(platform::runs).toList();
        if (files.isEmpty()) {
            noteFormat(platform, host);
        } else if (runnable.isEmpty()) {
            note(
                    Code.WRONG_ARCHITECTURE,
                    "The store has %s of %s for %s, and %s is %s."
                            .formatted(
                                    platform.format(),
                                    named(target.version()),
                                    files.get(0).architecture(),
                                    host,
                                    platform.machine()),
                    "Upload the package for %s under Inventory > Packages.".formatted(platform.machine()));
        } else if (runnable.size() > 1) {
            note(
                    Code.PACKAGE_AMBIGUOUS,
                    "The store has %d packages of %s.".formatted(runnable.size(), named(target.version())),
                    "Delete those that are not meant.");
        }
        return runnable.size() == 1 ? Optional.of(runnable.get(0)) : Optional.empty();
    }

    /** Where the store has no package at all, that has been said already. */
    private void noteFormat(Platform platform, HostId host) {
        if (!cluster.packagesOf(target.component(), target.version()).isEmpty()) {
            note(
                    Code.PACKAGE_MISSING_FOR_PLATFORM,
                    "The store has no %s of %s, which %s takes."
                            .formatted(platform.format(), named(target.version()), host),
                    "Upload the %s under Inventory > Packages."
                            .formatted(platform.format().ending()));
        }
    }

    private Optional<PackageFile> findFormer(Former former) {
        var file = packagesFor(former.platform(), former.version()).stream()
                .filter(former.platform()::runs)
                .findFirst();
        if (file.isEmpty()) {
            note(
                    Code.NO_FORMER_PACKAGE,
                    "The store has no package of %s, so it cannot be put back.".formatted(named(former.version())),
                    "Upload it before the start.");
        }
        return file;
    }

    private List<PackageFile> packagesFor(Platform platform, Version version) {
        return cluster.packagesOf(target.component(), version).stream()
                .filter(file -> file.format() == platform.format())
                .toList();
    }

    private String named(Version version) {
        return target.component().title() + " " + version;
    }

    private void note(Code code, String sentence, String cure) {
        findings.add(new Finding(code, sentence, cure));
    }
}

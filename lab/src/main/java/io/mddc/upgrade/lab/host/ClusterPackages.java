package io.mddc.upgrade.lab.host;

import io.mddc.upgrade.cluster.PackageFormat;
import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.fault.FaultKind;
import io.mddc.upgrade.lab.packaging.LabPart;
import io.mddc.upgrade.lab.packaging.PackageBuilder;
import io.mddc.upgrade.lab.packaging.ShellPackage;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The packages of a cluster's parts, in the formats that its hosts take. */
final class ClusterPackages {
    private final PackageBuilder builder = new PackageBuilder();
    private final Map<Key, Path> first = new ConcurrentHashMap<>();
    private final ClusterConfig config;
    private final Path folder;
    private final Function<LabPart, Set<PackageFormat>> formats;

    private record Key(LabPart part, PackageFormat format) {}

    /**
     * @param formats of the hosts that have the part
     */
    ClusterPackages(ClusterConfig config, Path folder, Function<LabPart, Set<PackageFormat>> formats) {
        this.config = config;
        this.folder = folder;
        this.formats = formats;
    }

    /** One for each format that a host with the part takes. */
    Map<PackageFormat, Path> build(LabPart part, Version version) {
        return formats.apply(part).stream()
                .collect(Collectors.toMap(Function.identity(), format -> builder.build(part, version, format, folder)));
    }

    /** The same, bad for every host. */
    Map<PackageFormat, Path> buildBad(LabPart part, Version version, FaultKind fault) {
        return formats.apply(part).stream()
                .collect(Collectors.toMap(
                        Function.identity(), format -> builder.buildBad(part, version, format, fault, folder)));
    }

    /** What the lab's parts begin with; a .deb of each, which is looked into as well. */
    void buildFirst() {
        LabPart.ofLab().parallelStream()
                .flatMap(part -> withDeb(formats.apply(part)).stream().map(format -> new Key(part, format)))
                .forEach(key -> first.put(key, buildFirst(key.part(), key.format())));
    }

    private static Set<PackageFormat> withDeb(Set<PackageFormat> formats) {
        var all = EnumSet.of(PackageFormat.DEB);
        all.addAll(formats);
        return all;
    }

    /** What a part begins with. */
    Path buildFirst(LabPart part, PackageFormat format) {
        return builder.build(part, config.version(part), format, folder);
    }

    Path first(LabPart part, PackageFormat format) {
        return Optional.ofNullable(first.get(new Key(part, format))).orElseThrow();
    }

    List<Path> first(PackageFormat format) {
        return LabPart.ofLab().stream().map(part -> first(part, format)).toList();
    }

    /** What an empty rpm database needs before all. */
    Path shell() {
        return ShellPackage.build(folder);
    }
}

package io.mddc.upgrade.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.PackageFile;
import io.mddc.upgrade.cluster.Version;
import java.util.Optional;
import java.util.Set;

/**
 * One instance going from one version to another.
 *
 * @param target the package to install
 * @param former the package it has now, kept on the host for the way back; empty when the store does not have it
 * @param hooks what its host has programs for
 * @param asked who asks it, where its host has no worker of ours; else empty
 */
public record UnitPlan(
        InstanceId instance,
        HostId host,
        Version from,
        PackageFile target,
        Optional<PackageFile> former,
        Set<Hook> hooks,
        Optional<Asked> asked) {
    public UnitPlan {
        requireNonNull(instance, "instance");
        requireNonNull(host, "host");
        requireNonNull(from, "from");
        requireNonNull(target, "target");
        requireNonNull(former, "former");
        hooks = hooks == null ? Set.of() : Set.copyOf(hooks);
        asked = asked == null ? Optional.empty() : asked;
    }

    public UnitPlan(
            InstanceId instance,
            HostId host,
            Version from,
            PackageFile target,
            Optional<PackageFile> former,
            Set<Hook> hooks) {
        this(instance, host, from, target, former, hooks, Optional.empty());
    }

    public UnitPlan(InstanceId instance, HostId host, Version from, PackageFile target, Optional<PackageFile> former) {
        this(instance, host, from, target, former, Set.of());
    }

    /** On a host without our worker: what a person puts there nobody of ours takes back. */
    static UnitPlan afar(InstanceId instance, HostId host, Version from, PackageFile target, Asked asked) {
        return new UnitPlan(instance, host, from, target, Optional.empty(), Set.of(), Optional.of(asked));
    }

    @JsonIgnore
    public Component component() {
        return target.component();
    }

    @JsonIgnore
    public Version to() {
        return target.version();
    }
}

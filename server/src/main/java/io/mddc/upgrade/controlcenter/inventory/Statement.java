package io.mddc.upgrade.controlcenter.inventory;

import static com.google.common.base.Preconditions.checkArgument;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Health;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.cluster.Platform;
import io.mddc.upgrade.cluster.Remote;
import io.mddc.upgrade.cluster.UpgradeMethod;
import io.mddc.upgrade.cluster.Version;
import java.net.URI;
import java.util.Optional;

/**
 * What a person says of an instance whose host has no worker of ours.
 *
 * @param id empty where the path names it
 * @param platform what its host installs
 * @param address where it answers plain HTTP
 * @param installed the whole version, as the host's package database shows it
 */
public record Statement(
        Optional<InstanceId> id, Component component, HostId host, Platform platform, URI address, Version installed) {
    public Statement {
        checkArgument(component != null, "component is missing: allowed is WORKER, CONTROL_CENTER and such");
        checkArgument(
                component.method() == UpgradeMethod.INSTALLER,
                "component is %s: the worker of its host takes it out of work, so its host needs one",
                component);
        checkArgument(host != null, "host is missing: allowed is the name of a host, such as host-x");
        checkArgument(platform != null, "platform is missing: allowed is <format>/<machine>, such as RPM/x86_64");
        checkArgument(address != null, "address is missing: allowed is such as http://10.0.0.7:8009");
        checkArgument(installed != null, "installed is missing: allowed is a version, such as 2.5.0-1");
        new Remote(component, host, address);
    }

    /** Nobody knows more of it. */
    Instance of(InstanceId instance) {
        return new Instance(instance, component, host, address, Optional.of(installed), "", Health.UNREACHABLE, "");
    }
}

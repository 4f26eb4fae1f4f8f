package io.mddc.upgrade.plan;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Hook;
import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.cluster.InstanceId;

/**
 * A program of an administrator around a stage.
 *
 * @param component of the stage
 * @param instance whose configuration on the host names the program
 */
public record StageHook(Component component, Hook hook, InstanceId instance, HostId host) {}

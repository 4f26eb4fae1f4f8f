package io.mddc.upgrade.contract;

import java.time.Duration;

/**
 * A moment by a clock of the host that nobody sets. Two of the same boot tell which was first, whatever was done to the time of
 * day in between.
 *
 * @param boot the kernel's id of this start of the host
 * @param uptime since that start, in hundredths of a second
 */
public record HostMoment(String boot, Duration uptime) {}

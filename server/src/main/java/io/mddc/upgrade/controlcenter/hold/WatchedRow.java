package io.mddc.upgrade.controlcenter.hold;

import io.mddc.upgrade.cluster.HostId;
import io.mddc.upgrade.protocol.WatchedSetting;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A setting of a control center of the vendor's, and how old that knowledge is.
 *
 * @param host whose worker reads it
 * @param changedAt when it was first reported as it is
 * @param readAt when it was reported last
 */
public record WatchedRow(@Nested WatchedSetting setting, HostId host, Instant changedAt, Instant readAt) {}

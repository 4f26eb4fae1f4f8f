/**
 * The trial engine: Temporal's own test server as a process, for machines on which there is no Temporal program and none can
 * be built. Keeps everything in memory. Knows nothing of the cluster and nothing of upgrades.
 */
@NullMarked
package io.mddc.upgrade.lab.trial;

import org.jspecify.annotations.NullMarked;

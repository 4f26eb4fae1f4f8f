/**
 * The decisions: one workflow type for the upgrade, its stages, each upgrade method and the cleanup. No I/O, no clock, no
 * threads: everything that touches the world is an activity.
 */
@NullMarked
package io.mddc.upgrade.workflow;

import org.jspecify.annotations.NullMarked;

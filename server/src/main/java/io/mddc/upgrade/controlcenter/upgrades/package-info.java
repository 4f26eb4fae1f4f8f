/**
 * Starting, reading and commanding upgrades; the plan rows, the run log and what is projected from it. The only
 * feature that talks to the workflows.
 */
@NullMarked
package io.mddc.upgrade.controlcenter.upgrades;

import org.jspecify.annotations.NullMarked;

/**
 * Maintenance windows: when they open in their own time zone, what blackouts leave of them, and whether something that needs so
 * long still fits. Pure calculation; it reads no clock and knows nothing of Temporal.
 */
@NullMarked
package io.mddc.upgrade.window;

import org.jspecify.annotations.NullMarked;

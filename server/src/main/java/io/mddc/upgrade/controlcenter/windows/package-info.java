/**
 * Maintenance windows and blackouts: kept, offered over HTTP, and read by the workflows. When one opens is calculated by
 * {@code io.mddc.upgrade.window}, not here.
 */
@NullMarked
package io.mddc.upgrade.controlcenter.windows;

import org.jspecify.annotations.NullMarked;

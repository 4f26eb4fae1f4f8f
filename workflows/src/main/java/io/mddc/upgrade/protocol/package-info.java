/**
 * What travels over HTTP between a worker and the control center: reports and permits. Plain records, no framework.
 */
@NullMarked
package io.mddc.upgrade.protocol;

import org.jspecify.annotations.NullMarked;

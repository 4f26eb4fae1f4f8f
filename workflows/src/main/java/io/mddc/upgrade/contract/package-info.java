/**
 * What workflows ask of hosts and of the control center: activity interfaces, their records, the failure types. No logic.
 */
@NullMarked
package io.mddc.upgrade.contract;

import org.jspecify.annotations.NullMarked;

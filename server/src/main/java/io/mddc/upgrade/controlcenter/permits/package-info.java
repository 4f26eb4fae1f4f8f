/**
 * The one gate in front of every mutating effect on a host. It reads what is recorded and changes nothing else.
 */
@NullMarked
package io.mddc.upgrade.controlcenter.permits;

import org.jspecify.annotations.NullMarked;

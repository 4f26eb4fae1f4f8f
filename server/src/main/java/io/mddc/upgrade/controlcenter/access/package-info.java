/**
 * Who calls, with which role, and the credentials that prove it. A resource method without a role is refused.
 */
@NullMarked
package io.mddc.upgrade.controlcenter.access;

import org.jspecify.annotations.NullMarked;

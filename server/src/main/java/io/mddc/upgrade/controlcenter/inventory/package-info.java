/**
 * The hosts and instances as their workers report them. It decides nothing about an upgrade.
 */
@NullMarked
package io.mddc.upgrade.controlcenter.inventory;

import org.jspecify.annotations.NullMarked;

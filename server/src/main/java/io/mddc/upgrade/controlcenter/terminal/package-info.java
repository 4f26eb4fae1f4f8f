/**
 * The operator's commands. They talk to the control center over HTTP as any script could, so nothing here sees another
 * package of the server.
 */
@NullMarked
package io.mddc.upgrade.controlcenter.terminal;

import org.jspecify.annotations.NullMarked;

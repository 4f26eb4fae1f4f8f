/**
 * Package formats, the detached run of an installer, and the journal it leaves behind. Decides nothing: it does not know
 * why something is installed, and asks nobody for leave.
 */
@NullMarked
package io.mddc.upgrade.worker.installer;

import org.jspecify.annotations.NullMarked;

/** The trial engine as a process, used by workflows as the product uses an engine. */
@NullMarked
package io.mddc.upgrade.lab.trial;

import org.jspecify.annotations.NullMarked;

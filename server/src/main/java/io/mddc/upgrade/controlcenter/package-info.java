/** The control center's main class, its configuration and the wiring of its rooms. Nothing is decided here. */
@NullMarked
package io.mddc.upgrade.controlcenter;

import org.jspecify.annotations.NullMarked;

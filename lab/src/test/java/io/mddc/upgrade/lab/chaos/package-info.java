/** Tests of the kills: their grammar, and that each happens once and is timed from the replacement's start. */
@NullMarked
package io.mddc.upgrade.lab.chaos;

import org.jspecify.annotations.NullMarked;

/** Tests of the demo's options, report and clocks. The run itself is tried by {@code ./check}. */
@NullMarked
package io.mddc.upgrade.lab.demo;

import org.jspecify.annotations.NullMarked;

/** Tests of the client against real HTTP servers. */
@NullMarked
package io.mddc.upgrade.lab.load;

import org.jspecify.annotations.NullMarked;

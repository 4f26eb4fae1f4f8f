/**
 * The machines of the lab and what is installed on which: hosts, the layout of a cluster, and reading facts from outside. Of the
 * orchestrator it knows only that two parts are its programs.
 */
@NullMarked
package io.mddc.upgrade.lab.host;

import org.jspecify.annotations.NullMarked;

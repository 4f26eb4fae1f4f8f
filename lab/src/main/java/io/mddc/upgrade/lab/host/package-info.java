/**
 * The machines of the lab and what is installed on which: hosts, the layout of a cluster, and reading facts from outside. Knows
 * nothing of the orchestrator.
 */
@NullMarked
package io.mddc.upgrade.lab.host;

import org.jspecify.annotations.NullMarked;

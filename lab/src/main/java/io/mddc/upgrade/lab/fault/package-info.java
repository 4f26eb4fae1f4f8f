/**
 * The ways in which the lab makes a new version bad, and how a host is told. Known to the packages, to the parts on them and
 * to the demo; it knows none of these, and nothing of the orchestrator.
 */
@NullMarked
package io.mddc.upgrade.lab.fault;

import org.jspecify.annotations.NullMarked;

/**
 * The books of files: what the client was promised, what the shared services hold, and whether the two close. Pure: no
 * clock, no I/O; it knows neither who sent the files nor who upgrades what.
 */
@NullMarked
package io.mddc.upgrade.lab.ledger;

import org.jspecify.annotations.NullMarked;

/**
 * The package store: bytes by digest on disk, what each package says of itself in the database.
 */
@NullMarked
package io.mddc.upgrade.controlcenter.packages;

import org.jspecify.annotations.NullMarked;

/**
 * The emergency stop as people use it. What it stops is decided where permits are granted and workflows are told; nothing of
 * that is here.
 */
@NullMarked
package io.mddc.upgrade.controlcenter.emergency;

import org.jspecify.annotations.NullMarked;

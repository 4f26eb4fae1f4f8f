/**
 * Who did what, when, from where, with which outcome. It only writes down; it decides nothing.
 */
@NullMarked
package io.mddc.upgrade.controlcenter.audit;

import org.jspecify.annotations.NullMarked;

/**
 * The one registry of metrics and the one place where they are shown. It measures nothing itself: each room measures what it
 * knows.
 */
@NullMarked
package io.mddc.upgrade.controlcenter.metrics;

import org.jspecify.annotations.NullMarked;

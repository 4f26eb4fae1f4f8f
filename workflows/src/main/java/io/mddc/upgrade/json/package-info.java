/**
 * The one way values are written as JSON, shared by workflows, workers and the control center.
 */
@NullMarked
package io.mddc.upgrade.json;

import org.jspecify.annotations.NullMarked;

/**
 * What runs on this host: programs run to their end, and services with their processes. Knows nothing of packages,
 * components or the engine.
 */
@NullMarked
package io.mddc.upgrade.worker.control;

import org.jspecify.annotations.NullMarked;

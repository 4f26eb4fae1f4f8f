/**
 * Packages on this host: brought here by digest, resumed where they broke off, checked, kept. Runs none of them.
 */
@NullMarked
package io.mddc.upgrade.worker.artifact;

import org.jspecify.annotations.NullMarked;

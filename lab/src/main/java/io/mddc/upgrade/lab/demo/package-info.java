/**
 * {@code ./demo}: boots the lab's cluster, starts the product on it, upgrades it under load and reports what the lab itself
 * saw. Uses the product only from outside, as an operator does.
 */
@NullMarked
package io.mddc.upgrade.lab.demo;

import org.jspecify.annotations.NullMarked;

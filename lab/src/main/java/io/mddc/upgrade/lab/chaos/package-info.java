/**
 * What the lab kills, when, and how long it takes until the killed goes on. It watches the upgrade from outside, by its
 * events and the hosts' journals, and never asks it for permission.
 */
@NullMarked
package io.mddc.upgrade.lab.chaos;

import org.jspecify.annotations.NullMarked;

/**
 * How a part learns the product's settings, which the control center keeps. What a part does with them is its own.
 */
@NullMarked
package io.mddc.upgrade.lab.service.settings;

import org.jspecify.annotations.NullMarked;

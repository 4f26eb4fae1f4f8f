/** Tests of how a part follows the product's settings. */
@NullMarked
package io.mddc.upgrade.lab.service.settings;

import org.jspecify.annotations.NullMarked;

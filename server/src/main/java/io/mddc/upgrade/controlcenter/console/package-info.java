/**
 * The pages people look at: sign-in, upgrades, one upgrade, its report. They read through {@link io.mddc.upgrade.controlcenter.upgrades.UpgradeQueries}; a DAO is
 * out of reach.
 */
@NullMarked
package io.mddc.upgrade.controlcenter.console;

import org.jspecify.annotations.NullMarked;

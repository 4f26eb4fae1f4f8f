/**
 * The pages people look at: sign-in, upgrades, one upgrade, its report, the settings. They go through
 * {@link io.mddc.upgrade.controlcenter.upgrades.UpgradeQueries} and
 * {@link io.mddc.upgrade.controlcenter.settings.SettingDocuments}, as REST does, for whom {@link
 * io.mddc.upgrade.controlcenter.access.Caller} says; a DAO is out of reach.
 */
@NullMarked
package io.mddc.upgrade.controlcenter.console;

import org.jspecify.annotations.NullMarked;

/**
 * The product's settings Workflow, Module Update and Health check: kept here, and written only while no upgrade holds the
 * cluster. Who holds it is not known here but asked.
 */
@NullMarked
package io.mddc.upgrade.controlcenter.settings;

import org.jspecify.annotations.NullMarked;

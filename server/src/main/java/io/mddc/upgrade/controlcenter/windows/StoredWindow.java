package io.mddc.upgrade.controlcenter.windows;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.mddc.upgrade.window.MaintenanceWindow;

/**
 * A window and its number.
 *
 * @param version how often it was changed
 */
public record StoredWindow(long id, @JsonUnwrapped MaintenanceWindow definition, long version) {}

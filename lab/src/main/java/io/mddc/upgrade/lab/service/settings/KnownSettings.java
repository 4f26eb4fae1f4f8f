package io.mddc.upgrade.lab.service.settings;

import io.mddc.upgrade.cluster.Setting;

/** All settings, as they were at one look. */
public record KnownSettings(
        Setting.Workflow workflow, Setting.ModuleUpdate moduleUpdate, Setting.HealthCheck healthCheck) {
    /** As long as nobody has said otherwise. */
    static KnownSettings delivered(int minimumActiveCores) {
        return new KnownSettings(
                new Setting.Workflow(5),
                new Setting.ModuleUpdate("20261101"),
                new Setting.HealthCheck(minimumActiveCores, 1));
    }
}

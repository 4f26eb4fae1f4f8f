package io.mddc.upgrade.cluster;

import static com.google.common.base.Preconditions.checkArgument;

/** What administrators set for the whole product. It does not change while an upgrade holds the cluster. */
public sealed interface Setting {
    /**
     * How files are processed.
     *
     * @param archiveDepth so many archives in archives are opened
     */
    record Workflow(int archiveDepth) implements Setting {
        public Workflow {
            allowed("archiveDepth", archiveDepth, 1, 100);
        }
    }

    /**
     * What the engines know.
     *
     * @param definitions the version of the definitions, such as {@code 20261101}
     */
    record ModuleUpdate(String definitions) implements Setting {
        public ModuleUpdate {
            checkArgument(
                    definitions != null && definitions.matches("\\d{8,14}"),
                    "definitions is %s: allowed is a date and perhaps a time in digits, such as 20261101",
                    definitions);
        }
    }

    /**
     * When the system counts as healthy.
     *
     * @param minimumActiveCores with fewer the gateways refuse files
     * @param minimumEngines with fewer a Core is not ready
     */
    record HealthCheck(int minimumActiveCores, int minimumEngines) implements Setting {
        public HealthCheck {
            allowed("minimumActiveCores", minimumActiveCores, 0, 1000);
            allowed("minimumEngines", minimumEngines, 0, 100);
        }
    }

    private static void allowed(String key, int value, int least, int most) {
        checkArgument(value >= least && value <= most, "%s is %s: allowed is %s to %s", key, value, least, most);
    }
}

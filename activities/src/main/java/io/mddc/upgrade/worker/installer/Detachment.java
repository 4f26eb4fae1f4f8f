package io.mddc.upgrade.worker.installer;

import java.util.List;

/** How an installer gets out of what ends with the worker, so that it outlives it. */
public enum Detachment {
    /** A session of its own: enough where nobody ends a service by its control group. */
    SESSION {
        @Override
        List<String> words(String name) {
            return List.of("setsid");
        }
    },
    /** A transient unit, out of the worker's control group; what is started here waits for it, and may be killed. */
    SYSTEMD {
        @Override
        List<String> words(String name) {
            return List.of("systemd-run", "--quiet", "--collect", "--wait", "--unit=" + name);
        }
    };

    /**
     * What stands before a program.
     *
     * @param name of the run, in letters, digits, {@code -} and {@code _}
     */
    abstract List<String> words(String name);
}

package io.mddc.upgrade.worker;

import io.mddc.upgrade.worker.control.LocalProcess;
import io.mddc.upgrade.worker.control.ServiceControl;
import io.mddc.upgrade.worker.control.SystemdService;
import io.mddc.upgrade.worker.control.WindowsService;

/** The section {@code service} of an instance in {@code config/worker.yml}; its comments say what each key means. */
final class ServiceChoice {
    private enum Kind {
        PROCESS,
        SYSTEMD,
        WINDOWS
    }

    private ServiceChoice() {}

    static ServiceControl read(ConfigTree tree) {
        var kind = tree.has("kind") ? tree.choice("kind", Kind.class) : Kind.PROCESS;
        return switch (kind) {
            case PROCESS -> {
                tree.allowingOnly("kind", "control", "pidFile");
                yield new LocalProcess(tree.texts("control"), tree.path("pidFile"));
            }
            case SYSTEMD -> {
                tree.allowingOnly("kind", "unit");
                yield new SystemdService(tree.value("unit", ServiceChoice::unit, "a unit such as md-core.service"));
            }
            case WINDOWS -> {
                tree.allowingOnly("kind", "name");
                yield new WindowsService(
                        tree.value("name", ServiceChoice::name, "the short name of a service, such as mdcore"));
            }
        };
    }

    /** systemctl would take the name alone as well, and a path or a pattern for something else. */
    private static String unit(String text) {
        if (!text.matches("[A-Za-z0-9:_.@-]+\\.service")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** A name that begins with two backslashes would be another host's. */
    private static String name(String text) {
        if (!text.matches("[A-Za-z0-9_.$-]+")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}

package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.host.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the demo needs of the machine it runs on; each lack is said in one sentence with its cure. */
final class Machine {
    private static final List<String> PROGRAMS =
            List.of("dpkg", "apt-get", "unshare", "nsenter", "setsid", "mount", "kill");

    private static final List<String> RED_HAT = List.of("rpm", "rpmbuild", "dnf");

    private Machine() {}

    /** Throws for the first lack. */
    static void check(Folders folders, DemoRequest request) {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new UnusableSetting("the lab's hosts are layers of Linux, this is " + System.getProperty("os.name")
                    + ": run it on Linux");
        }
        if (!isRoot()) {
            throw new UnusableSetting(
                    "the lab's hosts are layers that only root can mount, and a variant without root rights is not built"
                            + " yet: run it as root, for example with sudo ./demo");
        }
        PROGRAMS.stream().filter(program -> !isOnPath(program)).findFirst().ifPresent(program -> {
            throw new UnusableSetting("there is no " + program
                    + " on PATH: on Debian it comes with the packages dpkg, apt," + " util-linux, mount and procps");
        });
        if (!request.shape().redHat().isEmpty()) {
            RED_HAT.stream().filter(program -> !isOnPath(program)).findFirst().ifPresent(program -> {
                throw new UnusableSetting("--red-hat needs " + program
                        + ", which is not on PATH: on Debian it comes with" + " apt-get install rpm dnf");
            });
        }
        if (!request.doing().careless()
                && request.doing().engine() == EngineKind.EMBEDDED
                && !hasEngine(folders.home())) {
            throw new UnusableSetting("there is no program temporal in "
                    + folders.home().resolve(".tools") + " nor on PATH: run bin/install-temporal");
        }
    }

    /** There is a program for the embedded engine. */
    static boolean hasEngine(Path home) {
        return Files.isExecutable(home.resolve(".tools/temporal")) || isOnPath("temporal");
    }

    private static boolean isOnPath(String program) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/sbin:/usr/bin:/sbin:/bin");
        return Stream.of(path.split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException e) {
            return false;
        }
    }

    /** Throws naming who holds a port that the product needs. */
    static void checkPorts(String address, EngineKind engine) {
        Ports.requireFree(address, ProductConfigs.CONTROL_CENTER_PORT);
        Ports.requireFree(ProductConfigs.ENGINE_ADDRESS, ProductConfigs.ENGINE_PORT);
        if (engine == EngineKind.EMBEDDED) {
            Ports.requireFree(ProductConfigs.ENGINE_ADDRESS, ProductConfigs.WEB_UI_PORT);
        }
    }
}

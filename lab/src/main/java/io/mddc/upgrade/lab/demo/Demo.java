package io.mddc.upgrade.lab.demo;

import java.nio.file.Path;

/** Stub. */
final class Demo {
    Demo(Path home, DemoRequest request) {
        throw new UnusableSetting(home + " " + request);
    }

    int run() {
        return 2;
    }
}

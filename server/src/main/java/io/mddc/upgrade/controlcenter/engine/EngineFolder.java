package io.mddc.upgrade.controlcenter.engine;

import java.nio.file.Path;

/** Where the embedded engine keeps what it owns, inside the control center's data folder. Always an absolute path. */
record EngineFolder(Path path) {
    EngineFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** Its absolute name on the command line is what identifies the engine of this folder. */
    Path database() {
        return path.resolve("temporal.db");
    }

    PidFile pidFile() {
        return new PidFile(path.resolve("engine.pid"));
    }

    Path log() {
        return path.resolve("engine.log");
    }
}

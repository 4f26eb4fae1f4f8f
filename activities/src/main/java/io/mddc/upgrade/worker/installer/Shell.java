package io.mddc.upgrade.worker.installer;

import java.nio.file.Path;

/** Text for people to paste into a shell; nothing of ours is run by one. */
final class Shell {
    private Shell() {}

    /** As one word, whatever it contains. */
    static String quoted(Path file) {
        var text = file.toString();
        return text.matches("[A-Za-z0-9_./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}

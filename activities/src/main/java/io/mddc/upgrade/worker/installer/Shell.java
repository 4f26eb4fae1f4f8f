package io.mddc.upgrade.worker.installer;

/** Text for people to paste into a shell; nothing of ours is run by one. */
final class Shell {
    private Shell() {}

    /** As one word, whatever it contains. */
    static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}

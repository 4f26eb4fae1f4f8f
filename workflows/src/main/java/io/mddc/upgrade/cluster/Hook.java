package io.mddc.upgrade.cluster;

/** Where the program of an administrator has its place in the upgrade of an instance. Its host's configuration names it. */
public enum Hook {
    /** Everything that writes has stopped: the moment for a backup. Its failure keeps the instance as it is. */
    BEFORE_INSTALL,
    /** On the way back, when the new version may have changed the data: puts that backup back, before the former version. */
    RESTORE
}

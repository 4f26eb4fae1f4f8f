package io.mddc.upgrade.cluster;

/** Who runs the installer. */
public enum UpgradeMethod {
    /** The control center and the host's worker isolate, drain and install. */
    DEFERRAL,
    /** The installer file is run on the host, by a person or by the worker for them. */
    INSTALLER
}

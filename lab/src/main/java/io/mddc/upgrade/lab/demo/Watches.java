package io.mddc.upgrade.lab.demo;

/** The lab's own eyes. */
record Watches(ReadinessWatch readiness, InstallerWatch installers, ProcessWatch processes, DoorWatch doors)
        implements AutoCloseable {
    @Override
    public void close() {
        readiness.close();
        installers.close();
        processes.close();
        doors.close();
    }
}

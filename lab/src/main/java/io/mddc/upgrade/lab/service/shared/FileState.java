package io.mddc.upgrade.lab.service.shared;

/** FINISHED and FAILED are final. */
public enum FileState {
    QUEUED,
    IN_WORK,
    FINISHED,
    FAILED
}

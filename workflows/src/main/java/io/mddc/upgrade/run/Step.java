package io.mddc.upgrade.run;

/** The five durable steps of a unit, in their order. */
public enum Step {
    UPLOAD,
    DRAIN,
    INSTALL,
    VERIFY,
    MONITOR
}

package io.mddc.upgrade.lab.service.admin;

/** Looks at a part from outside. Each call throws {@code PartUnreachable} when that cannot be seen. */
public interface Probe {
    /** Of what runs, without revision. */
    String version();

    Readiness readiness();
}

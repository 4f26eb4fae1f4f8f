package io.mddc.upgrade.lab.service.shared;

/** What the shared services hold of a Core after its request. */
public record Lease(boolean takingWork, int active) {}

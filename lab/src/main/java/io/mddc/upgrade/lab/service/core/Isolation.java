package io.mddc.upgrade.lab.service.core;

import java.time.Instant;

/** Why a Core takes no work, and who may lift it. Survives restart and upgrade. */
public record Isolation(String owner, String reason, Instant since, Instant expires) {}

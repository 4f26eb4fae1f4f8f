package io.mddc.upgrade.lab.service.shared;

import java.time.Instant;

/** From this instant on so many Cores held a lease and took work. */
public record ActiveCount(Instant at, int active) {}

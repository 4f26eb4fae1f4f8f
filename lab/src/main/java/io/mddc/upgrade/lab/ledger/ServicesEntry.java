package io.mddc.upgrade.lab.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * A file as the shared services hold it.
 *
 * @param core the instance that took it last; empty when none did
 * @param taken when that was
 * @param ended when its verdict was stored
 */
public record ServicesEntry(
        String id,
        Purpose purpose,
        Optional<Verdict> verdict,
        Optional<String> core,
        Optional<Instant> taken,
        Optional<Instant> ended) {}

package io.mddc.upgrade.contract;

import java.time.Instant;

/**
 * What an instance was like before it was touched; afterwards it must be no worse. Of one without a process nothing is known
 * but that: it is {@link #OF_NO_PROCESS}, which nothing is worse than.
 *
 * @param processStarted when its process started, by the host's clock
 * @param activeEngines how many engines were active
 * @param definitions the oldest definition version among them, as the component writes it; empty when it names none
 * @param finished files finished since its start
 * @param failed files failed since its start
 */
public record Baseline(Instant processStarted, int activeEngines, String definitions, long finished, long failed) {
    /** Its process started at {@link Instant#EPOCH}, which no process of a host did. */
    public static final Baseline OF_NO_PROCESS = new Baseline(Instant.EPOCH, 0, "", 0, 0);
}

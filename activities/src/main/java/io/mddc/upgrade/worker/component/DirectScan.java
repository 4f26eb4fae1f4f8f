package io.mddc.upgrade.worker.component;

import java.util.Optional;

/** Hands an instance files directly, past all queues. Each call asks once and throws {@link ComponentSilent} when it gets no answer. */
public interface DirectScan {
    /** Gives the id to ask for the verdict by. */
    String scan(String fileName, byte[] content);

    /** In the component's own words; empty while it is not finished. */
    Optional<String> verdict(String scanId);
}

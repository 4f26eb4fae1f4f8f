package io.mddc.upgrade.worker.component;

import java.util.Optional;

/** What an upgrade asks of one instance. Each call asks once and throws {@link ComponentSilent} when it gets no answer. */
public interface ComponentClient {
    /** What the running process says it is, without epoch and revision. */
    String version();

    /** It says itself that it is ready. */
    boolean isReady();

    Work work();

    /** Empty when it cannot be taken out of new work: then it has none to wait for. */
    Optional<Isolation> isolation();

    /** Empty when it cannot refuse files while it stays up. */
    default Optional<Closing> closing() {
        return Optional.empty();
    }

    /** None by default: few components have any. */
    default Engines engines() {
        return Engines.NONE;
    }

    /** Empty when it cannot be handed a file past all queues. */
    default Optional<DirectScan> directScan() {
        return Optional.empty();
    }
}

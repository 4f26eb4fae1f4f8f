package io.mddc.upgrade.controlcenter.engine;

import java.util.Optional;

/** Sees to it that there is an engine to talk to. Called again and again, by one thread. */
interface EngineKeeper {
    /** An engine that somebody else runs: nothing to do. */
    EngineKeeper FOREIGN = Optional::empty;

    /** What stands in the way of an engine, and what to do about it; empty when it runs or was just started. */
    Optional<String> keep();

    /** It was asked, and answered. */
    default void answered() {}
}

package io.mddc.upgrade.controlcenter.hold;

import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.workflow.Cleanup.CleanupOrder;
import java.util.Optional;

/** The workflows of an upgrade as the engine has them. Each call throws {@link EngineSilent} when it does not answer. */
public interface UpgradeWorkflows {
    Life life(UpgradeId upgrade);

    /** A workflow of one of its stages or units, or its cleanup, that is still open; named for people. */
    Optional<String> openPart(UpgradeId upgrade);

    /** Keyed by the upgrade: started already is started. */
    void start(UpgradeId upgrade);

    /**
     * Told twice is told once; one that has just ended need not know.
     *
     * @param stop the sentence of the emergency stop; empty when it is released
     */
    void tellStop(UpgradeId upgrade, String stop);

    /** Has one that waits for its window look again; one that has just ended need not know. */
    void tellWindowsChanged(UpgradeId upgrade);

    /**
     * Pauses it as a person would; keyed: told twice is told once. False when it does not take that now.
     *
     * @param why what a person must know before they resume it
     */
    boolean pause(UpgradeId upgrade, String key, String why);

    /** Keyed by the upgrade: an open cleanup is left to go on. */
    void startCleanup(CleanupOrder order);

    /** How the workflow {@code upgrade/<id>} is. */
    enum Life {
        /** The engine does not know it. */
        UNKNOWN,
        OPEN,
        /** A person cancelled or terminated it in the engine. */
        STOPPED,
        /** It came to an end of its own: by result, failure or time. */
        ENDED
    }
}

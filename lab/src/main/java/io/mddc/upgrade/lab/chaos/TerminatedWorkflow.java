package io.mddc.upgrade.lab.chaos;

import io.mddc.upgrade.cluster.UpgradeId;
import java.time.Clock;
import java.time.Instant;

/** The workflow of an upgrade, which a person may terminate in the engine. Its children are left to what the engine does with them. */
public record TerminatedWorkflow(EngineSigns engine, UpgradeId upgrade) implements Killable {
    @Override
    public void kill() {
        engine.terminate(upgrade, "the demo terminates it, as a person might");
    }

    /** Nothing starts it again: what follows is counted from its end. */
    @Override
    public Instant restart() {
        return Clock.systemUTC().instant();
    }
}

package io.mddc.upgrade.lab.chaos;

import java.time.Instant;

/** A process, or several, that can be killed with -9 and started again. */
public interface Killable {
    /** Returns when it is gone. */
    void kill();

    /** Returns when the replacement process has been started, with that moment; it need not be ready. */
    Instant restart();
}

package io.mddc.upgrade.worker;

import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;

/** One line for each change of something that is either well or in trouble, however often it is looked at. */
final class StateLog {
    private final Logger log;
    private final AtomicReference<String> last = new AtomicReference<>("");

    StateLog(Logger log) {
        this.log = log;
    }

    void well(String sentence) {
        if (!sentence.equals(last.getAndSet(sentence))) {
            log.info(sentence);
        }
    }

    /**
     * @param subject what is in trouble; the same trouble with another detail is no change
     */
    void trouble(String subject, String detail) {
        if (!subject.equals(last.getAndSet(subject))) {
            log.warn("{}: {}", subject, detail);
        }
    }
}

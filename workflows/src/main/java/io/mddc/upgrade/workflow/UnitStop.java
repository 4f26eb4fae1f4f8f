package io.mddc.upgrade.workflow;

import io.mddc.upgrade.run.UnitEvent;
import io.temporal.workflow.CancellationScope;

/** Whether a unit is to come to a safe end before its last step, why, and what that comes to in the state it is in. */
final class UnitStop {
    private final UnitProgress progress;
    private final CancellationScope whole;
    private UnitEvent wanted = UnitEvent.CANCEL;
    private String sentence;

    /**
     * @param whole all the steps; a cancel of it is a stop
     * @param usual what is said when nobody says why
     */
    UnitStop(UnitProgress progress, CancellationScope whole, String usual) {
        this.progress = progress;
        this.whole = whole;
        this.sentence = usual;
    }

    /** What was wanted before stays wanted. */
    void ask() {
        whole.cancel(sentence);
    }

    void ask(String why) {
        sentence = why;
        ask();
    }

    void ask(UnitEvent event, String why) {
        wanted = event;
        ask(why);
    }

    boolean isAsked() {
        return whole.isCancelRequested();
    }

    String sentence() {
        return sentence;
    }

    /** Whatever was wanted, the state decides what it comes to. */
    UnitEvent event(WayBack wayBack) {
        boolean isMeant = wanted != UnitEvent.GO_BACK || wayBack.isPossible();
        return isMeant && progress.state().allows(wanted) ? wanted : UnitEvent.CANCEL;
    }
}

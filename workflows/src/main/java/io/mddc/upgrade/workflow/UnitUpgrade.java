package io.mddc.upgrade.workflow;

import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import java.time.Duration;

/** What the workflow of a unit is told, whatever its method: signals by its stage, updates by people. */
public interface UnitUpgrade {
    /** The stage gives it a slot, with the time it is watched at its end. */
    @SignalMethod(name = "go")
    void go(Duration soak);

    /** No other unit of the stage is at work, and none is let until this one moves on. */
    @SignalMethod(name = "alone")
    void alone();

    /** It comes to a safe end: before INSTALL it rejoins, INSTALL and VERIFY finish, the soak is cut short. */
    @SignalMethod(name = "stop")
    void stop();

    /** The same for another reason than an abort: nothing begins any more. */
    @SignalMethod(name = "end")
    void end(String sentence);

    /** It goes back at its next safe state: before INSTALL it rejoins, after VERIFY the former package is put back. */
    @SignalMethod(name = "goBack")
    void goBack(String sentence);

    /** It is left out, unless its installer has begun. */
    @SignalMethod(name = "skip")
    void skip(String sentence);

    /**
     * While an emergency stop is set it goes no further than its turn: before INSTALL it rejoins and waits for it again, the
     * rest finishes.
     *
     * @param sentence of the stop; empty when it is released
     */
    @SignalMethod(name = "emergency")
    void emergency(String sentence);

    /** Moves the deadline of its drain. */
    @UpdateMethod(name = "extendDrain")
    void extendDrain(Command.ExtendDrain command);

    @UpdateValidatorMethod(updateName = "extendDrain")
    void validateExtendDrain(Command.ExtendDrain command);

    /** It takes work again with its files, and comes again at the end of the queue. */
    @UpdateMethod(name = "returnToService")
    void returnToService(Command command);

    @UpdateValidatorMethod(updateName = "returnToService")
    void validateReturnToService(Command command);

    /** What happens to the files left after the drain limit. */
    @UpdateMethod(name = "answer")
    void answer(Command.Answer command);

    @UpdateValidatorMethod(updateName = "answer")
    void validateAnswer(Command.Answer command);
}

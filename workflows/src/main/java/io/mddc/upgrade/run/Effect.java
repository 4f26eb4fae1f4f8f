package io.mddc.upgrade.run;

/** What a transition asks of the workflow besides going on with the next step. */
public enum Effect {
    /** Give the instance back to work: it runs the version it had. */
    REJOIN,
    /** Take it out of work: it must not serve as it is. */
    ISOLATE,
    /** It stays out of work until a person has looked. */
    NAME_A_PERSON
}

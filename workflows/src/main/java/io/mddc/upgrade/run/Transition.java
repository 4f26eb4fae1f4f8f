package io.mddc.upgrade.run;

import java.util.Set;

/** Where an event leads, and what is to be done on the way. */
public record Transition(UnitState next, Set<Effect> effects) {
    public Transition {
        effects = Set.copyOf(effects);
    }
}

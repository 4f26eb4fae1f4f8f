package io.mddc.upgrade.slots;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.UnitState;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * The right to be in work, given to one unit after the other.
 *
 * <ol>
 *   <li>First a canary, alone: a healthy instance if the minimum lets one go, otherwise a sick one.
 *   <li>Then the sick, which serve nobody, then the rest in the plan's order; one that returned comes last.
 *   <li>Slots double with each success, up to the concurrency.
 *   <li>No unit goes that would take the active instances below the minimum, or that shares its host with one that is, or may
 *       be, out of work. Units in work that are not seen as inactive yet are counted as if they were.
 *   <li>A unit that must go back is let first, and needs no slot: it has one.
 *   <li>As long as a unit asks to be alone nobody is let; it is alone when no other is out of work or watched.
 *   <li>A canary's failure spends the whole failure budget.
 * </ol>
 */
public final class Slots {
    private final Rules rules;
    private final Standings units;
    private final Tally tally;
    private final Alone alone = new Alone();
    private boolean paused;
    private boolean inTime = true;
    private boolean approved;
    private boolean stopped;

    public Slots(Rules rules, Collection<UnitPlan> plans) {
        this.rules = rules;
        this.units = new Standings(plans);
        this.tally = new Tally(rules);
    }

    /**
     * @param minimumActive instances that stay active whatever happens
     * @param approval a person must say yes after the canary
     * @param goal the end that is a success
     */
    public record Rules(int concurrency, int minimumActive, int failureBudget, boolean approval, UnitState goal) {}

    /**
     * A unit that may go now.
     *
     * @param canary it is the first, alone, with a soak of its own
     */
    public record Go(InstanceId instance, boolean canary) {}

    /**
     * After its end a unit is silent until it is begun anew: a word that its end has overtaken is old.
     *
     * @param waits it can do nothing until it is let
     */
    public void moved(InstanceId instance, UnitState state, boolean waits) {
        var before = units.of(instance);
        if (before.state().isEnd()) {
            return;
        }
        units.put(before.moved(state, waits));
        if (before.state() != state) {
            alone.end(instance);
            tally.count(state);
        }
    }

    /** It must be the only unit at work, until it moves on. */
    public void askToBeAlone(InstanceId instance) {
        if (units.of(instance).isOut()) {
            alone.ask(instance);
        }
    }

    /** One that is alone now; told once. */
    public Optional<InstanceId> letAlone() {
        return alone.give(units.all());
    }

    /** Its failure keeps counting. */
    public void retry(InstanceId instance) {
        units.put(units.of(instance).moved(UnitState.PENDING, false));
    }

    public void pause() {
        paused = true;
    }

    /** A spent budget lets one more failure happen. */
    public void resume() {
        paused = false;
        tally.allowOneMoreFailure();
    }

    public boolean isPaused() {
        return paused;
    }

    /** Nobody is let and nothing begins until the release, whatever else would allow it. */
    public void stop() {
        stopped = true;
    }

    public void release() {
        stopped = false;
    }

    public boolean isStopped() {
        return stopped;
    }

    public void approve() {
        approved = true;
    }

    /** The canary has succeeded, and nobody has said yes yet. */
    public boolean awaitsApproval() {
        return rules.approval() && tally.hasSuccess() && !approved;
    }

    public void setConcurrency(int units) {
        tally.setConcurrency(units);
    }

    /** Whether what begins now has ended in time; those that must go back are let whenever it is. */
    public void setInTime(boolean inTime) {
        this.inTime = inTime;
    }

    public boolean isSpent() {
        return tally.isSpent();
    }

    public int failures() {
        return tally.failures();
    }

    /** The next one is the first of all. */
    public boolean isCanaryNext() {
        return !tally.hasSuccess();
    }

    /** How many may be in work now. */
    int size() {
        return tally.slots();
    }

    public int inWork() {
        return units.inWork();
    }

    public UnitState state(InstanceId instance) {
        return units.of(instance).state();
    }

    public boolean knows(InstanceId instance) {
        return units.knows(instance);
    }

    /** No unit is begun and not at its end. */
    public boolean isIdle() {
        return units.isIdle();
    }

    /** Somebody is left whose installer may still begin. */
    public boolean hasUnbegun() {
        return units.hasUnbegun();
    }

    public boolean hasPending() {
        return units.hasPending();
    }

    /** Active instances without those that are, or are about to be, taken out. */
    public int activeWithout(Set<InstanceId> active) {
        return units.activeWithout(active);
    }

    /** Somebody waits to be let forward and a slot is free, so it is worth looking at the time. */
    public boolean wantsToLet() {
        return units.stream().anyMatch(Standing::waitsForItsTurn) && hasFreeSlot();
    }

    /** Somebody waits to be let and a slot is free, so it is worth reading who is active. */
    public boolean mayLetSomeone() {
        return units.stream().anyMatch(this::mayBeLet);
    }

    /** Lets a unit go, if one may; it counts as in work from now on. */
    public Optional<Go> letGo(Set<InstanceId> active) {
        if (isHeld()) {
            return Optional.empty();
        }
        var turns = turns(active);
        var chosen = turns.back().or(() -> inTime && hasFreeSlot() ? turns.forward() : Optional.empty());
        chosen.map(Standing::gone).ifPresent(units::put);
        return chosen.map(unit -> new Go(unit.instance(), isCanaryNext()));
    }

    /** A unit to be begun, so that it uploads ahead of its turn. */
    public Optional<InstanceId> toBegin(Set<InstanceId> active) {
        return mayBegin() ? turns(active).toBegin().map(Standing::instance) : Optional.empty();
    }

    /** The first of those who wait that the minimum alone keeps from going. */
    public Optional<InstanceId> heldByMinimum(Set<InstanceId> active) {
        var turns = turns(active);
        return units.stream()
                .filter(this::mayBeLet)
                .filter(unit -> !turns.minimumAllows(unit))
                .findFirst()
                .map(Standing::instance);
    }

    private Turns turns(Set<InstanceId> active) {
        return new Turns(units, tally, rules.minimumActive(), active);
    }

    private boolean isHeld() {
        return stopped || alone.isAsked();
    }

    private boolean mayBegin() {
        return !paused && !stopped && !tally.isSpent() && !awaitsApproval();
    }

    private boolean hasFreeSlot() {
        return mayBegin() && units.inWork() < tally.slots();
    }

    private boolean mayBeLet(Standing unit) {
        return unit.waits() && !isHeld() && (unit.isInWork() || (inTime && hasFreeSlot()));
    }
}

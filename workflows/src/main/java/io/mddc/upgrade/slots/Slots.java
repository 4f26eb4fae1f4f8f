package io.mddc.upgrade.slots;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.partitioningBy;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.UnitState;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
    private final Map<InstanceId, Standing> units = new LinkedHashMap<>();
    private final Alone alone = new Alone();
    private int concurrency;
    private int allowedFailures;
    private int failures;
    private int successes;
    private boolean paused;
    private boolean inTime = true;
    private boolean approved;
    private boolean stopped;

    public Slots(Rules rules, Collection<UnitPlan> plans) {
        this.rules = rules;
        this.concurrency = rules.concurrency();
        this.allowedFailures = rules.failureBudget();
        for (var plan : plans) {
            units.put(plan.instance(), Standing.pending(plan));
        }
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
        var before = standing(instance);
        if (before.state().isEnd()) {
            return;
        }
        units.put(instance, before.moved(state, waits));
        if (before.state() == state) {
            return;
        }
        alone.end(instance);
        if (state == rules.goal()) {
            successes++;
        } else if (state == UnitState.FAILED || state == UnitState.ROLLED_BACK) {
            failures++;
            allowedFailures = successes == 0 ? failures : allowedFailures;
        }
    }

    /** It must be the only unit at work, until it moves on. */
    public void askToBeAlone(InstanceId instance) {
        if (standing(instance).isOut()) {
            alone.ask(instance);
        }
    }

    /** One that is alone now; told once. */
    public Optional<InstanceId> letAlone() {
        return alone.give(units.values());
    }

    /** Its failure keeps counting. */
    public void retry(InstanceId instance) {
        units.put(instance, standing(instance).moved(UnitState.PENDING, false));
    }

    public void pause() {
        paused = true;
    }

    /** A spent budget lets one more failure happen. */
    public void resume() {
        paused = false;
        allowedFailures = Math.max(allowedFailures, failures + 1);
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

    public void setConcurrency(int units) {
        checkArgument(units >= 1, "concurrency is %s: allowed is 1 or more", units);
        concurrency = units;
    }

    public boolean isSpent() {
        return failures >= allowedFailures;
    }

    public boolean isPaused() {
        return paused;
    }

    /** The canary has succeeded, and nobody has said yes yet. */
    public boolean awaitsApproval() {
        return rules.approval() && successes > 0 && !approved;
    }

    public int failures() {
        return failures;
    }

    public int inWork() {
        return (int) units.values().stream().filter(Standing::isInWork).count();
    }

    public UnitState state(InstanceId instance) {
        return standing(instance).state();
    }

    public boolean knows(InstanceId instance) {
        return units.containsKey(instance);
    }

    /** How many may be in work now. */
    int size() {
        return successes == 0 ? 1 : (int) Math.min(concurrency, 1L << Math.min(successes, 30));
    }

    /** Whether what begins now has ended in time; those that must go back are let whenever it is. */
    public void setInTime(boolean inTime) {
        this.inTime = inTime;
    }

    /** The next one is the first of all. */
    public boolean isCanaryNext() {
        return successes == 0;
    }

    /** Somebody waits to be let forward and a slot is free, so it is worth looking at the time. */
    public boolean wantsToLet() {
        return units.values().stream().anyMatch(unit -> unit.waits() && !unit.isInWork())
                && mayBegin()
                && inWork() < size();
    }

    /** Somebody waits to be let and a slot is free, so it is worth reading who is active. */
    public boolean mayLetSomeone() {
        return units.values().stream().anyMatch(this::mayBeLet);
    }

    /** Lets a unit go, if one may; it counts as in work from now on. */
    public Optional<Go> letGo(Set<InstanceId> active) {
        var chosen = goingBack(active).findFirst().or(() -> forward(active).findFirst());
        boolean canary = successes == 0;
        chosen.ifPresent(unit -> units.put(unit.instance(), unit.gone()));
        return chosen.map(unit -> new Go(unit.instance(), canary));
    }

    /** A unit to be begun, so that it uploads ahead of its turn. */
    public Optional<InstanceId> toBegin(Set<InstanceId> active) {
        if (!mayBegin()) {
            return Optional.empty();
        }
        var begun = begunByHealth(active);
        return inOrder(active, unit -> unit.state() == UnitState.PENDING)
                .filter(unit -> begun.getOrDefault(active.contains(unit.instance()), 0L) < size())
                .findFirst()
                .map(Standing::instance);
    }

    /** The first of those who wait that the minimum alone keeps from going. */
    public Optional<InstanceId> heldByMinimum(Set<InstanceId> active) {
        return units.values().stream()
                .filter(this::mayBeLet)
                .filter(unit -> !minimumAllows(unit, active))
                .findFirst()
                .map(Standing::instance);
    }

    /** No unit is begun and not at its end. */
    public boolean isIdle() {
        return units.values().stream().allMatch(unit -> unit.state().isEnd() || unit.state() == UnitState.PENDING);
    }

    /** Somebody is left whose installer may still begin. */
    public boolean hasUnbegun() {
        return units.values().stream().anyMatch(unit -> !unit.state().isEnd() && !unit.isInWork());
    }

    public boolean hasPending() {
        return units.values().stream().anyMatch(unit -> unit.state() == UnitState.PENDING);
    }

    /** Active instances without those that are, or are about to be, taken out. */
    public int activeWithout(Set<InstanceId> active) {
        return (int) active.stream()
                .filter(instance -> !knows(instance) || !standing(instance).isOut())
                .count();
    }

    private boolean mayBegin() {
        return !paused && !stopped && !isSpent() && !awaitsApproval();
    }

    private boolean mayBeLet(Standing unit) {
        return unit.waits()
                && !stopped
                && !alone.isAsked()
                && (unit.isInWork() || (inTime && mayBegin() && inWork() < size()));
    }

    private Stream<Standing> goingBack(Set<InstanceId> active) {
        return units.values().stream()
                .filter(unit -> unit.waits() && unit.isInWork() && !stopped)
                .filter(unit -> mayLeave(unit, active));
    }

    private Stream<Standing> forward(Set<InstanceId> active) {
        return inTime && mayBegin() && inWork() < size()
                ? inOrder(active, unit -> unit.waits() && !unit.isInWork())
                        .filter(unit -> mayLeave(unit, active))
                        .limit(1)
                        .filter(unit -> isNotTooEarly(unit, active))
                : Stream.empty();
    }

    /** A sick canary that has its package first waits for a healthy one that is about to have it. */
    private boolean isNotTooEarly(Standing unit, Set<InstanceId> active) {
        return active.contains(unit.instance())
                || !healthyFirst(active)
                || units.values().stream()
                        .noneMatch(other -> other.state() == UnitState.UPLOADING && active.contains(other.instance()));
    }

    private Stream<Standing> inOrder(Set<InstanceId> active, Predicate<Standing> wanted) {
        boolean healthyFirst = healthyFirst(active);
        Comparator<Standing> order = Comparator.comparing(Standing::returns)
                .thenComparing(unit -> active.contains(unit.instance()) != healthyFirst);
        return units.values().stream().filter(wanted).sorted(order);
    }

    /** A canary is still to come, and the minimum lets a healthy one go. */
    private boolean healthyFirst(Set<InstanceId> active) {
        return successes == 0 && activeWithout(active) > rules.minimumActive();
    }

    private boolean mayLeave(Standing unit, Set<InstanceId> active) {
        boolean hostIsFree = units.values().stream()
                .noneMatch(other ->
                        other.isOut() && other.plan().host().equals(unit.plan().host()));
        return hostIsFree && !alone.isAsked() && minimumAllows(unit, active);
    }

    private boolean minimumAllows(Standing unit, Set<InstanceId> active) {
        return !active.contains(unit.instance()) || activeWithout(active) - 1 >= rules.minimumActive();
    }

    /** Units that were begun and wait or upload, the healthy and the sick. */
    private Map<Boolean, Long> begunByHealth(Set<InstanceId> active) {
        return units.values().stream()
                .filter(unit -> unit.state() == UnitState.UPLOADING || unit.state() == UnitState.WAITING)
                .collect(partitioningBy(unit -> active.contains(unit.instance()), counting()));
    }

    private Standing standing(InstanceId instance) {
        return Optional.ofNullable(units.get(instance))
                .orElseThrow(() -> new IllegalArgumentException(instance + " is not a unit of this stage"));
    }
}

package io.mddc.upgrade.workflow;

import static java.util.stream.Collectors.joining;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Health;
import io.mddc.upgrade.cluster.ImpactLevel;
import io.mddc.upgrade.cluster.Instance;
import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.plan.Policy.PastLimit;
import io.mddc.upgrade.run.WaitReason;
import io.temporal.workflow.Async;
import io.temporal.workflow.Functions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What else is on the host of a unit, taken out of work for its reboot and given back. Whoever was isolated before, by us or by
 * others, stays so.
 */
final class Neighbours {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final UnitOrder order;
    private final UnitProgress progress;
    private final HostSteps steps;
    private final Functions.Func<Boolean> isStopped;
    private final List<Instance> others;
    private final Map<Component, Integer> counts;
    private final Set<InstanceId> taken = new LinkedHashSet<>();
    private String last = "";

    /** Those that its worker reports now. */
    Neighbours(UnitOrder order, UnitProgress progress, HostSteps steps, Functions.Func<Boolean> isStopped) {
        this.order = order;
        this.progress = progress;
        this.steps = steps;
        this.isStopped = isStopped;
        var onHost = ControlCenter.cluster().onHost(order.plan().host());
        this.others = onHost.instances().stream()
                .filter(instance -> !instance.id().equals(order.plan().instance()))
                .toList();
        this.counts = new TreeMap<>(onHost.counts());
    }

    /** Returns when none of them takes or has work. Throws {@link StepFailed} when that cannot be, or it is stopped. */
    void takeOut() {
        others.stream()
                .filter(other -> other.component().impact() == ImpactLevel.SYSTEM_DOWN)
                .findFirst()
                .ifPresent(other -> {
                    throw new StepFailed(
                            "%s is there too, without which the whole system is down: a person starts it again."
                                    .formatted(other.id()));
                });
        awaitMinimum();
        var limit = order.policy().drain().limit();
        progress.say(
                "What else is on %s takes no new work: %s."
                        .formatted(order.plan().host(), names()),
                limit);
        var expires = Recorder.now().plus(limit);
        for (var other : others) {
            if (other.isolatedBy().isEmpty()) {
                checkGoesOn();
                taken.add(other.id());
                steps.isolateForReboot(other.id(), expires);
            }
        }
        others.forEach(other -> drain(other.id(), expires));
        checkGoesOn();
    }

    /** Returns when those that were ready are ready again, and those that were taken out take work again. */
    void awaitReady() {
        progress.say(
                "%s is up again; %s must be ready.".formatted(order.plan().host(), names()),
                order.policy().limits().ready());
        var latest = Recorder.now().plus(order.policy().limits().ready());
        others.stream()
                .filter(other -> other.health() == Health.READY)
                .forEach(other -> until(() -> notBack(other.id(), latest)));
        others.forEach(other -> until(() -> notAtWork(other.id())));
    }

    /** Those that were taken out take work again; one that cannot is left to the cleanup. */
    void giveBack() {
        var giveUp = Recorder.now().plus(order.policy().limits().silentHost());
        Promise.allOf(Set.copyOf(taken).stream()
                        .sorted()
                        .map(other -> Async.procedure(() -> giveBack(other, giveUp)))
                        .toList())
                .get();
    }

    private void giveBack(InstanceId other, Instant giveUp) {
        try {
            steps.rejoin(other, giveUp);
            taken.remove(other);
        } catch (StepFailed failed) {
            var sentence = other + " still is out of work: " + failed.sentence();
            sayOnce(sentence, person(sentence));
        }
    }

    private void awaitMinimum() {
        until(this::lacking);
    }

    /** What would have too few without those on the host; the unit's own instance is out already. */
    private Optional<String> lacking() {
        for (var component : counts.entrySet()) {
            var active = Set.copyOf(
                    ControlCenter.cluster().active(component.getKey()).instances());
            long leaving = others.stream()
                    .filter(other -> other.component() == component.getKey() && active.contains(other.id()))
                    .count();
            int minimum = order.policy().minimumOf(component.getKey(), component.getValue());
            if (leaving > 0 && active.size() - leaving < minimum) {
                return Optional.of(
                        "%s is not started again yet: %d instances of %s are active, %d of them there, and %d must stay."
                                .formatted(
                                        order.plan().host(),
                                        active.size(),
                                        component.getKey().title(),
                                        leaving,
                                        minimum));
            }
        }
        return Optional.empty();
    }

    private void drain(InstanceId other, Instant deadline) {
        checkGoesOn();
        var rules = order.policy().drain();
        var draining = new Draining(
                other,
                rules,
                rules.whenNobodyIsAsked(),
                progress,
                (length, until) -> steps.drainFor(other, length, until));
        var over = Workflow.<Boolean>newPromise();
        Async.procedure(() -> {
            Workflow.await(() -> over.isCompleted() || isStopped.apply());
            if (!over.isCompleted()) {
                draining.say(PastLimit.RETURN);
            }
        });
        try {
            draining.await(deadline);
        } finally {
            over.complete(true);
        }
    }

    private Optional<String> notBack(InstanceId other, Instant latest) {
        var seen = steps.observe(other).instance();
        if (seen.health() == Health.READY) {
            return Optional.empty();
        }
        return Optional.of("%s was ready before the reboot of %s and is %s%s"
                .formatted(
                        other,
                        order.plan().host(),
                        seen.health(),
                        Recorder.now().isBefore(latest) ? "." : ": bring it up."));
    }

    private Optional<String> notAtWork(InstanceId other) {
        if (!taken.contains(other)) {
            return Optional.empty();
        }
        var rejoined = steps.rejoin(other, Instant.MAX);
        if (rejoined.eligible()) {
            taken.remove(other);
            return Optional.empty();
        }
        return Optional.of(other + " does not take work again: " + rejoined.sentence());
    }

    /** Looks again, ever more seldom, and says what is missing. */
    private void until(Functions.Func<Optional<String>> missing) {
        var pause = FIRST_PAUSE;
        for (var what = missing.apply(); what.isPresent(); what = missing.apply()) {
            sayOnce(what.get(), person(what.get()));
            Workflow.await(pause, isStopped::apply);
            checkGoesOn();
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void checkGoesOn() {
        if (isStopped.apply()) {
            throw new StepFailed("The reboot of " + order.plan().host() + " is not wanted any more.");
        }
    }

    private void sayOnce(String sentence, WaitReason wait) {
        if (!sentence.equals(last)) {
            last = sentence;
            progress.say(sentence, wait);
        }
    }

    private WaitReason person(String sentence) {
        return new WaitReason.ForPerson(
                sentence, Recorder.now(), "the administrator of " + order.plan().host());
    }

    private String names() {
        return others.isEmpty()
                ? "nothing else"
                : others.stream().map(Instance::id).map(InstanceId::value).collect(joining(", "));
    }
}

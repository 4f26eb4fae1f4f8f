package io.mddc.upgrade.workflow;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.plan.StagePlan;
import io.mddc.upgrade.plan.UnitPlan;
import io.mddc.upgrade.run.UnitReport;
import io.mddc.upgrade.run.UnitState;
import io.mddc.upgrade.slots.Slots;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The units of a stage as its children, what they are told, and what became of each. */
final class UnitRuns {
    private static final Duration LOCK_PAUSE = Duration.ofSeconds(5);

    private final StagePlan stage;
    private final Slots slots;
    private final StageVoice voice;
    private final Dispatch.Begin begin;
    private final Map<InstanceId, Unit> open = new LinkedHashMap<>();
    private final Map<InstanceId, UnitReport> reports = new LinkedHashMap<>();
    private final Set<InstanceId> heldElsewhere = new HashSet<>();
    private boolean closed;
    private String reason = "";
    private boolean changed;

    UnitRuns(StagePlan stage, Slots slots, StageVoice voice, Dispatch.Begin begin) {
        this.stage = stage;
        this.slots = slots;
        this.voice = voice;
        this.begin = begin;
    }

    /** A unit says where it is. */
    void moved(InstanceId instance, UnitState state, boolean waits) {
        slots.moved(instance, state, waits);
        changed = true;
    }

    /** Those that were begun and have not ended come to a safe end, and no other begins. */
    void stop() {
        close("the upgrade is aborted");
        tell(unit -> unit.child().askToStop());
    }

    /** Something happened outside: look again. */
    void wake() {
        changed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** No unit begins any more, for this reason; one that must go back is let all the same. */
    void close(String why) {
        closed = true;
        reason = why;
        slots.pause();
        changed = true;
    }

    void tell(Consumer<Unit> word) {
        List.copyOf(open.values()).forEach(word);
    }

    /** Those that were begun and wait for their turn end; those in work go on. */
    void endTheWaiting() {
        Map.copyOf(open).forEach((instance, unit) -> {
            if (!slots.state(instance).isInWork()) {
                end(instance, unit);
            }
        });
    }

    private void end(InstanceId instance, Unit unit) {
        unit.child().send(() -> unit.end().apply(instance + " stops here: " + reason + "."));
    }

    Optional<Unit> find(InstanceId instance) {
        return Optional.ofNullable(open.get(instance));
    }

    /** Its workflow was not begun, or cannot begin because another upgrade's still holds the instance. */
    boolean isUnbegun(InstanceId instance) {
        return slots.state(instance) == UnitState.PENDING || heldElsewhere.contains(instance);
    }

    /** Of a unit that was never begun. */
    void end(InstanceId instance, UnitState end, String sentence) {
        put(voice.untouched(instance, end, sentence, begin.attempt(instance)));
    }

    void retry(InstanceId instance) {
        reports.remove(instance);
        slots.retry(instance);
        changed = true;
    }

    /** The lock of an instance may still be held by a unit of another upgrade. */
    void beginWhenFree(UnitPlan plan) {
        while (!closed && !reports.containsKey(plan.instance())) {
            var unit = begin.begin(plan);
            if (unit.child().isStarted()) {
                heldElsewhere.remove(plan.instance());
                open.put(plan.instance(), unit);
                if (closed) {
                    end(plan.instance(), unit);
                }
                changed = true;
                return;
            }
            if (heldElsewhere.add(plan.instance())) {
                voice.held(plan);
            }
            Workflow.await(LOCK_PAUSE, () -> closed);
        }
        heldElsewhere.remove(plan.instance());
        reportOrUntouched(plan);
        changed = true;
    }

    boolean areAllEnded() {
        return open.isEmpty();
    }

    /** What happens from now on is news. */
    void look() {
        changed = false;
    }

    boolean hasChanged() {
        return changed || open.values().stream().anyMatch(unit -> unit.child().hasEnded());
    }

    void collect() {
        Map.copyOf(open).forEach((instance, unit) -> {
            if (unit.child().hasEnded()) {
                open.remove(instance);
                put(reportOf(stage.unit(instance), unit));
            }
        });
    }

    private void put(UnitReport report) {
        reports.put(report.instance(), report);
        slots.moved(report.instance(), report.end(), false);
    }

    private UnitReport reportOf(UnitPlan plan, Unit unit) {
        int attempt = begin.attempt(plan.instance());
        return unit.child()
                .report()
                .orElseGet(() -> unit.child().wasCancelled()
                        ? voice.cancelledAlone(plan, attempt)
                        : voice.terminated(plan, attempt));
    }

    /** Of one that was never begun: that nothing was touched. */
    UnitReport reportOrUntouched(UnitPlan plan) {
        if (!reports.containsKey(plan.instance())) {
            put(begin.untouched(plan, reason));
        }
        return Optional.ofNullable(reports.get(plan.instance())).orElseThrow();
    }
}
